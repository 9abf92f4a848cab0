import { DEAL_FIELDS, type DealField } from '@passerelle/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DealReading, dealFromForm, dealFromRemote, formatEuros } from '../src/index.ts';
import { amountInCents, day, statut, text } from './generated.ts';
import { readAll } from './read-all.ts';
import { writeCsv } from './write-csv.ts';

type TypedRow = Record<DealField, string>;

const typedAmount = fc.oneof(
  { weight: 4, arbitrary: amountInCents.map(formatEuros) },
  { weight: 2, arbitrary: amountInCents.map(String) },
  { weight: 1, arbitrary: fc.constantFrom('', '0', '-5', '8,500', 'mille', 'NaN', '1e9', '9'.repeat(20)) },
  { weight: 1, arbitrary: text },
);
const typedDay = fc.oneof(
  { weight: 4, arbitrary: day },
  { weight: 2, arbitrary: day.map((iso) => iso.split('-').reverse().join('/')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', '31/02/2026', '2026-13-01', 'demain', '2026-03-01T10:00Z'),
  },
);
const typedText = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'x'.repeat(255), 'x'.repeat(256), 'y'.repeat(501)) },
);
const typedRow: fc.Arbitrary<TypedRow> = fc.record({
  client: typedText,
  statut: fc.oneof(
    statut,
    statut.map((word) => ` ${word.toUpperCase()} `),
  ),
  montant_brut: typedAmount,
  secteur: typedText,
  date_echeance: typedDay,
  assignee: typedText,
  notes: typedText,
});

/** The deal, or its refusal as the sentences that a person reads. */
function outcome(reading: DealReading) {
  return reading.ok ? reading.values : reading.problems.map(({ message }) => message);
}

function byImport(row: TypedRow) {
  const reading = dealFromRemote(row);
  return reading.ok ? reading.values : reading.reasons;
}

async function byFile(rows: readonly TypedRow[], separator: string, chunkSize: number) {
  const lines = [DEAL_FIELDS, ...rows.map((row) => DEAL_FIELDS.map((field) => row[field]))];
  const read = await readAll(writeCsv(lines, { separator }), { chunkSize });
  return read.map((row) => (row.ok ? row.values : row.problems.map(({ message }) => message)));
}

describe('the same row', () => {
  test('gives the same deal, or the same refusal, by form, by file and by import', async () => {
    const rows = fc.array(typedRow, { minLength: 1, maxLength: 8 });
    const separator = fc.constantFrom(',', ';', '\t');
    const seen = { deals: 0, refusals: 0 };
    await fc.assert(
      fc.asyncProperty(rows, separator, fc.integer({ min: 1, max: 4000 }), async (typed, by, chunkSize) => {
        const form = typed.map((row) => outcome(dealFromForm(row)));
        for (const one of form) seen[Array.isArray(one) ? 'refusals' : 'deals'] += 1;
        expect(typed.map(byImport)).toEqual(form);
        expect(await byFile(typed, by, chunkSize)).toEqual(form);
      }),
      { numRuns: 300 },
    );
    expect(seen.deals).toBeGreaterThan(100);
    expect(seen.refusals).toBeGreaterThan(100);
  });

  test('with an unknown statut is an error by form and by file, and a prospect that is named by import', async () => {
    const row: TypedRow = {
      client: 'Acme',
      statut: 'en attente',
      montant_brut: '100',
      secteur: '',
      date_echeance: '',
      assignee: '',
      notes: '',
    };
    const sentence =
      "Champ statut : « en attente » n'est pas un statut connu. Choisissez parmi : prospect, qualifié, " +
      'négociation, gagné, gagné - en cours.';
    expect(outcome(dealFromForm(row))).toEqual([sentence]);
    expect(await byFile([row], ';', 1000)).toEqual([[sentence]]);
    expect(dealFromRemote(row)).toMatchObject({
      ok: true,
      unknownStatus: 'en attente',
      values: { statut: 'prospect' },
    });
  });

  test('read again from its own values changes nothing', () => {
    fc.assert(
      fc.property(typedRow, (row) => {
        const once = dealFromForm(row);
        if (once.ok) expect(dealFromForm(once.values)).toEqual(once);
      }),
    );
  });
});
