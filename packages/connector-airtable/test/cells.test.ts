import type { CellValue } from '@passerelle/connector';
import { expect, test } from 'vitest';
import { readCell } from '../src/cells/read-cell.ts';
import { writeCell } from '../src/cells/write-cell.ts';
import { Field } from '../src/table/wire.ts';

const field = (type: string, options?: object) => Field.parse({ id: 'fld1', name: 'Colonne', type, options });
const names = (id: string) => ({ recA: 'Acme', recB: 'Beta' })[id];
const paris = { timeZone: 'Europe/Paris' };
const unreadable = { unreadable: expect.stringMatching(/\.$/) };
const person = { id: 'usr1', email: 'lea@example.org', name: 'Léa Roux' };

test.each<[string, object | undefined, unknown, unknown]>([
  ['singleLineText', undefined, 'Acme', 'Acme'],
  ['multilineText', undefined, 'a\nb', 'a\nb'],
  ['currency', undefined, 0.29999999999999877, 0.29999999999999877],
  ['percent', undefined, 0.123, 0.123],
  ['number', undefined, { specialValue: 'NaN' }, unreadable],
  ['checkbox', undefined, true, true],
  ['checkbox', undefined, undefined, false],
  ['date', undefined, '2026-04-24', '2026-04-24'],
  ['dateTime', paris, '2026-11-21T23:00:00.000Z', '2026-11-22T00:00:00.000+01:00'],
  ['dateTime', paris, '2026-06-30T22:30:00.000Z', '2026-07-01T00:30:00.000+02:00'],
  ['dateTime', { timeZone: 'America/St_Johns' }, '2026-01-01T00:00:00.000Z', '2025-12-31T20:30:00.000-03:30'],
  ['dateTime', { timeZone: 'client' }, '2026-11-21T23:00:00.000Z', '2026-11-21T23:00:00.000Z'],
  ['dateTime', { timeZone: 'Mars/Olympus' }, '2026-11-21T23:00:00.000Z', '2026-11-21T23:00:00.000Z'],
  [
    'createdTime',
    { result: { type: 'dateTime', options: paris } },
    '2026-11-21T23:00:00.000Z',
    '2026-11-22T00:00:00.000+01:00',
  ],
  ['singleSelect', undefined, 'Gagné', 'Gagné'],
  ['multipleSelects', undefined, ['BTP', 'Luxe'], ['BTP', 'Luxe']],
  ['multipleSelects', undefined, ['BTP'], ['BTP']],
  ['multipleSelects', undefined, [], null],
  ['singleCollaborator', undefined, person, ['Léa Roux']],
  ['singleCollaborator', undefined, { id: 'usr1', email: 'lea@example.org' }, ['lea@example.org']],
  ['multipleCollaborators', undefined, [person, { id: 'usr2' }], ['Léa Roux', 'usr2']],
  ['createdBy', undefined, person, ['Léa Roux']],
  ['multipleRecordLinks', undefined, ['recA', 'recB'], ['Acme', 'Beta']],
  ['multipleRecordLinks', undefined, ['recA', 'recHidden'], unreadable],
  ['multipleAttachments', undefined, [{ id: 'att1', url: 'u', filename: 'devis.pdf' }], ['devis.pdf']],
  ['multipleLookupValues', { result: { type: 'currency' } }, [1200], 1200],
  ['multipleLookupValues', { result: { type: 'currency' } }, [1200, null, 300], ['1200', '300']],
  ['multipleLookupValues', { result: { type: 'multipleSelects' } }, [['a', 'b'], ['c']], ['a', 'b', 'c']],
  ['multipleLookupValues', { result: null }, [null], null],
  ['rollup', { result: { type: 'number' } }, 12, 12],
  ['formula', { result: { type: 'singleLineText' } }, 'x', 'x'],
  ['formula', { result: { type: 'checkbox' } }, true, true],
  ['formula', undefined, { error: '#ERROR!' }, unreadable],
  ['formula', undefined, [{ error: '#ERROR!' }, 'x'], unreadable],
  ['formula', undefined, { specialValue: 'Infinity' }, unreadable],
  ['formula', undefined, { something: 'new' }, unreadable],
  ['count', undefined, 0, 0],
  ['autoNumber', undefined, 7, 7],
  ['barcode', undefined, { text: '3760001', type: 'ean13' }, '3760001'],
  ['button', undefined, { label: 'Ouvrir', url: null }, null],
  ['aiText', undefined, { state: 'generated', isStale: false, value: 'Résumé' }, 'Résumé'],
  ['aiText', undefined, { state: 'empty', isStale: false, value: null }, null],
  ['aiText', undefined, { state: 'error', isStale: false, value: null, errorType: 'x' }, unreadable],
  ['externalSyncSource', undefined, 'CRM', 'CRM'],
  ['singleLineText', undefined, ['recA'], unreadable],
  ['singleLineText', undefined, 12, unreadable],
  ['singleLineText', undefined, person, unreadable],
  ['number', undefined, '12', unreadable],
  ['singleSelect', undefined, ['Gagné'], unreadable],
  ['checkbox', undefined, 'oui', unreadable],
  ['typeOfTomorrow', undefined, 'x', unreadable],
  ['typeOfTomorrow', undefined, undefined, null],
])('a %s cell with %j reads %j as %j', (type, options, raw, expected) => {
  expect(readCell(field(type, options), raw, names)).toEqual(expected);
});

const choices = { choices: [{ name: 'Gagné' }, { name: 'Perdu' }, { name: 'BTP' }, { name: 'btp' }] };

test.each<[string, object | undefined, CellValue, unknown]>([
  ['singleLineText', undefined, 'Acme', 'Acme'],
  ['singleLineText', undefined, 1200.5, '1200.5'],
  ['multilineText', undefined, ['a', 'b'], 'a, b'],
  ['number', undefined, 12.5, 12.5],
  ['currency', undefined, '-3.20', -3.2],
  ['checkbox', undefined, false, false],
  ['date', undefined, '2026-04-24', '2026-04-24'],
  ['date', undefined, '2026-11-22T00:00:00.000+01:00', '2026-11-22'],
  ['dateTime', paris, '2026-11-22', '2026-11-21T23:00:00.000Z'],
  ['dateTime', paris, '2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['dateTime', paris, '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['dateTime', paris, '2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['dateTime', { timeZone: 'America/New_York' }, '2026-11-22', '2026-11-22T05:00:00.000Z'],
  ['dateTime', undefined, '2026-11-22', '2026-11-22T00:00:00.000Z'],
  ['dateTime', paris, '2026-11-22T10:00:00.000Z', '2026-11-22T10:00:00.000Z'],
  ['singleSelect', choices, 'Gagné', 'Gagné'],
  ['singleSelect', choices, ' gagne', 'Gagné'],
  ['singleSelect', choices, 'BTP', 'BTP'],
  ['singleSelect', choices, 'Btp', 'Btp'],
  ['singleSelect', choices, ' Nouveau', 'Nouveau'],
  ['singleSelect', choices, ['gagné'], 'Gagné'],
  ['singleSelect', choices, '', null],
  ['multipleSelects', choices, ['perdu', 'Gagné'], ['Perdu', 'Gagné']],
  ['multipleSelects', choices, 'Gagné', ['Gagné']],
  ['multipleSelects', choices, 'Gagné, gagne, Perdu', ['Gagné', 'Perdu']],
  ['multipleSelects', choices, [], []],
  ['multipleSelects', choices, 'Gagné, perdu', ['Gagné', 'Perdu']],
  ['rating', { max: 5 }, 5, 5],
  ['rating', undefined, null, null],
])('a %s column with %j is sent %j as %j', (type, options, value, expected) => {
  expect(writeCell(field(type, options), value)).toEqual(expected);
});

test.each<[string, CellValue]>([
  ['number', 'beaucoup'],
  ['number', '1 200,50'],
  ['number', Number.NaN],
  ['number', true],
  ['checkbox', 'oui'],
  ['date', 'demain'],
  ['date', '2026-03-01/2026-03-31'],
  ['date', '2026-03-01T14:30:00.000Z'],
  ['rating', 0],
  ['rating', 2.5],
  ['dateTime', '2026-13-01'],
  ['dateTime', '2026-02-31'],
  ['dateTime', '2026-02-31T10:00:00.000Z'],
  ['date', '2026-02-31'],
  ['singleSelect', ['a', 'b']],
  ['singleLineText', { unreadable: 'x' }],
  ['formula', 1],
  ['singleCollaborator', 'Léa'],
  ['multipleRecordLinks', ['Acme']],
  ['createdTime', null],
  ['typeOfTomorrow', 'x'],
])('a %s column refuses %j, by name and with the remedy', (type, value) => {
  expect(() => writeCell(field(type), value)).toThrow(
    expect.objectContaining({ code: 'value_refused', message: expect.stringMatching(/« Colonne ».*\.$/) }),
  );
});
