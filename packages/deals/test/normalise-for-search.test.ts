import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseForSearch } from '../src/index.ts';
import { text } from './generated.ts';

test.each([
  ['Énergie', 'energie'],
  ['ÉNERGIE', 'energie'],
  ['E\u0301nergie', 'energie'],
  ['Cœur de Ville', 'coeur de ville'],
  ['ŒUVRE', 'oeuvre'],
  ['Straße', 'strasse'],
  ['Garçon naïf', 'garcon naif'],
  ['ﬁnance', 'finance'],
  ['東京', '東京'],
])('%s is searched as %s', (typed, folded) => {
  expect(normaliseForSearch(typed)).toBe(folded);
});

test('what was folded folds to itself, composed or not', () => {
  fc.assert(
    fc.property(text, (any) => {
      const folded = normaliseForSearch(any);
      expect(normaliseForSearch(folded)).toBe(folded);
      expect(normaliseForSearch(any.normalize('NFD'))).toBe(normaliseForSearch(any.normalize('NFC')));
    }),
    { numRuns: 500 },
  );
});

test('a part of a text is found in it, typed in capitals and without accents', () => {
  const french = fc.stringMatching(/^[a-zàâäçéèêëîïôöùûüœæ ]{1,12}$/);
  fc.assert(
    fc.property(french, french, french, (before, part, after) => {
      const bare = part.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '');
      expect(normaliseForSearch(before + part + after)).toContain(normaliseForSearch(bare));
    }),
  );
});
