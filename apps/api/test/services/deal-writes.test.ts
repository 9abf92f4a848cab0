import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addSixDeals, NOON } from '../support/six-deals.ts';
import { openWorld } from '../support/world.ts';

const FORM = { client: ' Atelier  Morel ', statut: 'NEGOCIATION', montant_brut: '8 500,50 €' };
const MADE = {
  id: 1,
  client: 'Atelier  Morel',
  statut: 'négociation',
  montant_brut: 8500.5,
  probabilite: 0.7,
  valeur_ponderee: 5950.35,
  secteur: null,
  date_echeance: '2026-12-31',
  assignee: null,
  notes: null,
  created_at: '2026-06-15T12:00:00.000Z',
  updated_at: '2026-06-15T12:00:00.000Z',
};
const NOT_FOUND = { status: 404, body: { success: false, data: null, error: 'Deal non trouvé' } };

describe.each(TEST_DIALECTS)('a deal (%s)', (dialect) => {
  it('is added, read, merged with a change and removed', async () => {
    let now = NOON;
    const { call } = await openWorld(dialect, {}, () => now);
    const made = await call('POST', '/api/deals', { ...FORM, date_echeance: '31/12/2026' });
    expect(made).toEqual({ status: 201, body: { success: true, data: MADE, error: null } });
    now = new Date('2026-06-16T08:00:00.000Z');
    expect((await call('PUT', '/api/deals/1', MADE)).body.data).toEqual(MADE);
    const changes = { ...MADE, statut: 'gagné', notes: 'Signé', valeur_ponderee: 3 };
    const changed = {
      ...MADE,
      ...{ statut: 'gagné', notes: 'Signé', probabilite: 1, valeur_ponderee: 8500.5 },
      updated_at: '2026-06-16T08:00:00.000Z',
    };
    expect(await call('PUT', '/api/deals/1', changes)).toEqual({
      status: 200,
      body: { success: true, data: changed, error: null },
    });
    expect((await call('GET', '/api/deals/1')).body.data).toEqual(changed);
    expect((await call('DELETE', '/api/deals/1')).body.data).toEqual({ message: 'Deal supprimé' });
    for (const [method, body] of [['GET'], ['PUT', { notes: 'x' }], ['DELETE']] as const) {
      expect(await call(method, '/api/deals/1', body)).toEqual(NOT_FOUND);
    }
  });

  it('is removed with all others at once', async () => {
    const { call, database } = await openWorld(dialect);
    await addSixDeals(database);
    expect((await call('DELETE', '/api/deals')).body.data).toEqual({ message: '6 deals supprimés' });
    expect((await call('GET', '/api/deals')).body.data).toEqual([]);
  });

  it('is refused with every reason, and nothing is written', async () => {
    const { call, database } = await openWorld(dialect);
    await addSixDeals(database);
    const before = (await call('GET', '/api/deals')).body;
    const cases: readonly [body: object, sentence: RegExp][] = [
      [{ ...FORM, statut: 'perdu' }, /statut : « perdu » n'est pas un statut connu.*prospect/],
      [{ ...FORM, montant_brut: 0 }, /montant_brut : « 0 » n'est pas supérieur à 0/],
      [{ ...FORM, montant_brut: -5 }, /montant_brut : « -5 » n'est pas supérieur à 0/],
      [{ ...FORM, montant_brut: 1e15 }, /montant_brut : .* dépasse la limite/],
      [{ ...FORM, montant_brut: '12 chats' }, /montant_brut : « 12 chats » n'est pas un montant/],
      [{ ...FORM, date_echeance: '2026-02-30' }, /date_echeance : « 2026-02-30 » n'existe pas/],
      [{ ...FORM, client: '  ' }, /client : le nom du client manque/],
      [{ ...FORM, couleur: 'bleu' }, /couleur : ce champ n’existe pas/],
    ];
    for (const [body, sentence] of cases) {
      for (const [method, path] of [
        ['POST', '/api/deals'],
        ['PUT', '/api/deals/2'],
      ] as const) {
        const error = expect.stringMatching(sentence);
        expect(await call(method, path, body)).toEqual({
          status: 400,
          body: { success: false, data: null, error },
        });
      }
    }
    expect((await call('POST', '/api/deals', { notes: 'seules' })).body.error).toMatch(
      /client : manque.*statut : manque.*montant_brut/,
    );
    expect((await call('PUT', '/api/deals/2', { ...FORM, id: 3 })).status).toBe(400);
    expect((await call('GET', '/api/deals')).body).toEqual(before);
  });
});
