import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { openWorld } from '../support/world.ts';

const ROWS = [
  { client: 'Bois', statut: 'gagné', probabilite: 1, montant_brut: 300, secteur: null, date: '2026-03-01' },
  { client: 'aube', statut: 'prospect', probabilite: 0.1, montant_brut: 1000, secteur: 'BTP', date: null },
  {
    client: 'Cime',
    statut: 'négociation',
    probabilite: 0.7,
    montant_brut: 20,
    secteur: 'Agro',
    date: '2026-01-01',
  },
];

describe.each(TEST_DIALECTS)('a window of sorted deals (%s)', (dialect) => {
  it('is sorted as asked, with empty values last, starts where asked and tells how many there are', async () => {
    const world = await openWorld(dialect);
    const em = world.database.em();
    for (const { date, ...row } of ROWS) {
      const at = '2026-01-01T00:00:00.000Z';
      em.create(Deal, { ...row, date_echeance: date, valeur_ponderee: 1, created_at: at, updated_at: at });
    }
    await em.flush();
    const clients = async (query: string) => {
      const { body } = await world.call('GET', `/api/deals/window?${query}`);
      const { total, deals } = body.data as { total: number; deals: Deal[] };
      return [total, ...deals.map(({ client }) => client)];
    };
    expect(await clients('sort=client&order=asc')).toEqual([3, 'aube', 'Bois', 'Cime']);
    expect(await clients('sort=montant_brut')).toEqual([3, 'aube', 'Bois', 'Cime']);
    expect(await clients('sort=statut&order=asc')).toEqual([3, 'aube', 'Cime', 'Bois']);
    expect(await clients('sort=secteur&order=asc')).toEqual([3, 'Cime', 'aube', 'Bois']);
    expect(await clients('sort=date_echeance&order=desc')).toEqual([3, 'Bois', 'Cime', 'aube']);
    expect(await clients('sort=client&order=asc&offset=1&limit=1')).toEqual([3, 'Bois']);
    expect(await clients('sort=client&order=asc&offset=9')).toEqual([3]);
    expect(await clients('statut=gagne')).toEqual([1, 'Bois']);
  });

  it('refuses an order it does not know, by its name', async () => {
    const world = await openWorld(dialect);
    const { status, body } = await world.call('GET', '/api/deals/window?sort=notes');
    expect(status).toBe(400);
    expect(body.error).toContain('sort');
  });
});
