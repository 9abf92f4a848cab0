import { STATUTS } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probabiliteOf, recogniseRemoteStatut, recogniseStatut } from '../src/index.ts';

const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
const blanks = fc.stringMatching(/^[ \t\u00a0\u202f]{0,4}$/);

test('each statut stands for the chance that the contract states', () => {
  expect(STATUTS.map((statut) => [statut, probabiliteOf(statut)])).toEqual([
    ['prospect', 0.1],
    ['qualifié', 0.3],
    ['négociation', 0.7],
    ['gagné', 1],
    ['gagné - en cours', 1],
  ]);
});

describe('a statut is recognised whatever its case, accents and blanks', () => {
  const dress = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => withoutAccents(text),
    (text) => withoutAccents(text).toUpperCase(),
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.replaceAll(' - ', '-'),
  );

  test('by form and by file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUTS), dress, blanks, blanks, (statut, dressed, before, after) => {
        const typed = `${before}${dressed(statut)}${after}`;
        expect(recogniseStatut(typed)).toBe(statut);
        expect(recogniseRemoteStatut(typed)).toBe(statut);
      }),
    );
  });

  test.each([
    ['Lead', 'prospect'],
    ['NEW', 'prospect'],
    ['lost', 'prospect'],
    ['Qualified', 'qualifié'],
    ['negotiation', 'négociation'],
    [' Won ', 'gagné'],
    ['Closed Won', 'gagné'],
    ['closed-won', 'gagné'],
    ['In progress', 'gagné - en cours'],
  ])('a provider’s « %s » is %s, and an error elsewhere', (word, statut) => {
    expect(recogniseRemoteStatut(word)).toBe(statut);
    expect(recogniseStatut(word)).toBeNull();
  });
});

test.each(['', ' ', 'perdu', 'gagnée', 'gagné en cours', 'constructor', '__proto__', 'x'.repeat(1_000_000)])(
  'a text that is no statut is none: %.20s',
  (text) => {
    expect(recogniseStatut(text)).toBeNull();
    expect(recogniseRemoteStatut(text)).toBeNull();
  },
);
