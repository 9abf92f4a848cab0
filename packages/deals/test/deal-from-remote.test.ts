import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedFields, dealFromRemote, type RemoteCell } from '../src/index.ts';

const DEAL = { client: 'Acme', montant_brut: 100 };

describe('a provider’s row', () => {
  test('gives the mapped fields only', () => {
    expect(dealFromRemote(DEAL)).toEqual({ ok: true, values: DEAL, unknownStatus: null });
  });

  test('is read from cells of every kind', () => {
    expect(
      dealFromRemote({
        client: ['Acme', ' ', 'Filiale'],
        statut: ['Closed Won'],
        montant_brut: ['8 500,50 €'],
        secteur: true,
        date_echeance: '2026-03-01T23:30:00.000-05:00',
        assignee: ['Zoé Martin', 'Léo Petit'],
        notes: 42.5,
      }),
    ).toEqual({
      ok: true,
      unknownStatus: null,
      values: {
        client: 'Acme, Filiale',
        statut: 'gagné',
        montant_brut: 8500.5,
        secteur: 'oui',
        date_echeance: '2026-03-01',
        assignee: 'Zoé Martin, Léo Petit',
        notes: '42.5',
      },
    });
  });

  test.each<[RemoteCell, string, string | null]>([
    [null, 'prospect', null],
    ['  ', 'prospect', null],
    [[], 'prospect', null],
    ['Lost', 'prospect', null],
    [' En attente ', 'prospect', 'En attente'],
    [['won', 'lost'], 'prospect', 'won, lost'],
    [3, 'prospect', '3'],
  ])('with the statut %j is a %s, unknown: %s', (cell, statut, unknownStatus) => {
    expect(dealFromRemote({ ...DEAL, statut: cell })).toMatchObject({
      ok: true,
      values: { statut },
      unknownStatus,
    });
  });

  test('is refused with every reason, and keeps the name that tells which it is', () => {
    const cells = {
      client: 'Acme',
      montant_brut: -5,
      date_echeance: '31/02/2026',
      notes: 'x'.repeat(1_000_000),
    };
    expect(dealFromRemote(cells)).toEqual({
      ok: false,
      values: { client: 'Acme' },
      reasons: [
        "Champ montant_brut : « -5 » n'est pas supérieur à 0. Écrivez un nombre supérieur à 0, par exemple 8500,50.",
        "Champ date_echeance : « 31/02/2026 » n'existe pas dans le calendrier. Écrivez AAAA-MM-JJ ou JJ/MM/AAAA, par exemple 2026-03-31.",
        'Champ notes : le texte compte 1000000 caractères, la limite est de 100000. Raccourcissez-le.',
      ],
    });
  });

  test.each(['client', 'statut', 'montant_brut', 'secteur', 'date_echeance', 'assignee', 'notes'])(
    'with an unreadable %s is refused with the sentence of the cell',
    (field) => {
      const unreadable = 'la formule est en erreur. Corrigez-la dans la base.';
      expect(dealFromRemote({ ...DEAL, [field]: { unreadable } })).toMatchObject({
        ok: false,
        reasons: [`Champ ${field} : ${unreadable}`],
      });
    },
  );

  test('without client or amount, empty or not mapped, is refused', () => {
    expect(dealFromRemote({ client: null, montant_brut: null })).toMatchObject({
      reasons: [
        expect.stringMatching(/^Champ client : .*manque/),
        expect.stringMatching(/^Champ montant_brut : .*manque/),
      ],
    });
    expect(dealFromRemote({})).toMatchObject({
      ok: false,
      reasons: [
        'Champ client : aucune colonne ne lui est reliée. Complétez la correspondance des champs.',
        'Champ montant_brut : aucune colonne ne lui est reliée. Complétez la correspondance des champs.',
      ],
    });
  });

  test('never throws, whatever its cells hold', () => {
    const cell: fc.Arbitrary<RemoteCell> = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.array(fc.string()),
      fc.constant(null),
      fc.record({ unreadable: fc.string() }),
    );
    const row = fc.record(
      {
        client: cell,
        statut: cell,
        montant_brut: cell,
        secteur: cell,
        date_echeance: cell,
        assignee: cell,
        notes: cell,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(row, (cells) => {
        const deal = dealFromRemote(cells);
        if (deal.ok) expect(dealFromRemote(deal.values)).toEqual({ ...deal, unknownStatus: null });
        else expect(deal.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

test('only fields that both sides have are compared, and empty is empty however it is written', () => {
  expect(changedFields({ client: 'A', notes: '', montant_brut: 1 }, { client: 'B', notes: null })).toEqual([
    'client',
  ]);
  expect(changedFields({ montant_brut: 0.3, secteur: null }, { montant_brut: 0.31, secteur: 'x' })).toEqual([
    'montant_brut',
    'secteur',
  ]);
  expect(changedFields({}, { client: 'B' })).toEqual([]);
});
