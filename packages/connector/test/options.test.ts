import { expect, test } from 'vitest';
import { matchOption, splitChoices, unknownOptionError } from '../src/index.ts';

const OPTIONS = ['Gagné', 'Perdu', 'BTP', 'btp', 'Luxe, mode'];

test.each([
  ['Gagné', 'Gagné'],
  [' gagne', 'Gagné'],
  ['BTP', 'BTP'],
  ['btp', 'btp'],
  ['Btp', undefined],
  ['Peut-être', undefined],
])('of two options that differ by case alone neither is guessed: %j is %j', (text, meant) => {
  expect(matchOption(text, OPTIONS)).toBe(meant);
});

test.each([
  ['BTP, Perdu', ['BTP', 'Perdu']],
  ['perdu,Luxe, mode,BTP', ['perdu', 'Luxe, mode', 'BTP']],
  ['Luxe, sport', ['Luxe', 'sport']],
  [' , ', []],
  ['', []],
])('the text %j holds the choices %j', (text, names) => {
  expect(splitChoices(text, OPTIONS)).toEqual(names);
});

test('an unknown option is told with the value, the column, the options there are, and the remedy', () => {
  const about = { column: 'Statut', value: 'Peut-être', remedy: 'Ajoutez-la.' };
  expect(unknownOptionError({ ...about, options: ['Oui', 'Non'] })).toMatchObject({
    code: 'value_refused',
    message:
      "Colonne « Statut » : « Peut-être » n'est pas une option de la colonne (options : « Oui », « Non »). Ajoutez-la.",
  });
  expect(unknownOptionError({ ...about, options: [] }).message).toContain('(options : aucune)');
  const many = Array.from({ length: 31 }, (_, index) => `Option ${index}`);
  expect(unknownOptionError({ ...about, options: many }).message).toContain('« Option 29 »…)');
});
