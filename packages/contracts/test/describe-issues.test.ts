import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  describeIssues,
  ListDealsInput,
  ListLogsInput,
  SaveConnectorInput,
  UNKNOWN_PROVIDER_MESSAGE,
} from '../src/index.ts';

function faultsIn(schema: z.ZodType, input: unknown) {
  const result = schema.safeParse(input);
  if (result.success) throw new Error('accepted');
  return describeIssues(result.error.issues, input);
}

const save = { provider: 'airtable', is_active: true };

describe('sentences for bad input', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['an unknown provider', ListLogsInput, { provider: 'hubspot', limit: 0 }, UNKNOWN_PROVIDER_MESSAGE],
    ['a provider of another type', ListLogsInput, { provider: 5 }, UNKNOWN_PROVIDER_MESSAGE],
    ['a provider left out', SaveConnectorInput, { is_active: true }, UNKNOWN_PROVIDER_MESSAGE],
    [
      'a number too small',
      ListLogsInput,
      { limit: 0 },
      'Champ limit : « 0 » est trop petit. Donnez au moins 1.',
    ],
    [
      'a number too large',
      ListLogsInput,
      { limit: 1e9 },
      'Champ limit : « 1000000000 » est trop grand. Donnez au plus 1000.',
    ],
    [
      'a fraction',
      ListLogsInput,
      { limit: 1.5 },
      "Champ limit : « 1.5 » n'est pas un nombre entier. Envoyez un nombre entier.",
    ],
    [
      'NaN',
      ListLogsInput,
      { limit: Number.NaN },
      "Champ limit : « NaN » n'est pas un nombre. Envoyez un nombre.",
    ],
    [
      'a word instead of a number',
      ListLogsInput,
      { limit: 'dix' },
      "Champ limit : « dix » n'est pas un nombre. Envoyez un nombre.",
    ],
    [
      'several values',
      ListLogsInput,
      { limit: ['1', '2'] },
      'Champ limit : plusieurs valeurs sont données. Envoyez un nombre, une seule fois.',
    ],
    [
      'an unknown field',
      ListLogsInput,
      { limite: 3 },
      'Champ limite : ce champ n’existe pas ici. Retirez-le.',
    ],
    [
      'a date that does not exist',
      ListDealsInput,
      { date_from: '2026-02-30' },
      "Champ date_from : « 2026-02-30 » n'est pas une date qui existe. Écrivez AAAA-MM-JJ, par exemple 2026-03-31.",
    ],
    [
      'dates out of order',
      ListDealsInput,
      { date_from: '2026-03-02', date_to: '2026-03-01' },
      'Champ date_from : vient après date_to. Inversez les deux dates.',
    ],
    [
      'a text that is too long',
      ListDealsInput,
      { search: 'x'.repeat(1_000_000) },
      'Champ search : dépasse 200 caractères. Raccourcissez la valeur.',
    ],
    [
      'a NUL byte',
      ListDealsInput,
      { search: 'a\0b' },
      'Champ search : contient un caractère invisible. Retirez-le, ou ressaisissez la valeur.',
    ],
    [
      'an unknown field of the mapping',
      SaveConnectorInput,
      { ...save, field_mapping: { montant: 'Amount' } },
      "Champ field_mapping.montant : un deal n'a pas ce champ. Champs possibles : client, statut, montant_brut, secteur, date_echeance, assignee, notes.",
    ],
    [
      'an empty column',
      SaveConnectorInput,
      { ...save, field_mapping: { client: ' ' } },
      'Champ field_mapping.client : est vide. Donnez une valeur, ou retirez le champ.',
    ],
    [
      'one column for two fields',
      SaveConnectorInput,
      { ...save, field_mapping: { client: 'Name', notes: 'Name' } },
      'Champ field_mapping : deux champs visent la même colonne. Donnez à chaque champ la sienne.',
    ],
    [
      'a word instead of a flag',
      SaveConnectorInput,
      { ...save, is_active: 'oui' },
      "Champ is_active : « oui » n'est pas un booléen (true ou false). Envoyez un booléen (true ou false).",
    ],
    [
      'nothing to save',
      SaveConnectorInput,
      { provider: 'airtable' },
      'Rien à enregistrer. Donnez au moins un champ parmi : api_token, base_id, table_name, field_mapping, is_active.',
    ],
    [
      'a body that is no object',
      SaveConnectorInput,
      ['airtable'],
      'Le corps de la demande doit être un objet JSON, entre accolades.',
    ],
  ])('name the field, the value and the remedy of %s', (_case, schema, input, sentence) => {
    expect(faultsIn(schema, input).sentence).toBe(sentence);
  });

  it('point at each bad field', () => {
    const { faults, sentence } = faultsIn(SaveConnectorInput, {
      ...save,
      table_name: 5,
      field_mapping: { 'a/b~c': 'x' },
    });
    expect(faults.map((fault) => fault.pointer)).toEqual(['/table_name', '/field_mapping/a~1b~0c']);
    expect(sentence).toBe(faults.map((fault) => fault.detail).join(' '));
  });

  it('never repeat a token, whatever is wrong with it', () => {
    const token = fc.oneof(
      fc.string({ minLength: 6 }).map((text) => `${text} secret \n`),
      fc.array(fc.string({ minLength: 6 }), { minLength: 1 }),
      fc.bigInt({ min: 1_000_000n, max: 10n ** 15n }).map(Number),
    );
    fc.assert(
      fc.property(token, (api_token) => {
        const result = SaveConnectorInput.safeParse({ ...save, api_token });
        if (result.success) return;
        const { sentence } = describeIssues(result.error.issues, { ...save, api_token });
        for (const secret of [api_token].flat()) expect(sentence).not.toContain(String(secret).trim());
      }),
    );
  });
});
