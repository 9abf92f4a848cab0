import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { openWorld, type World } from './support/world.ts';

/** Write requests that reached the second vendor since the last call. */
function writesSince(world: World): number {
  const writes = world.notion.recorder.count(
    ({ method, path }) => method === 'PATCH' || (method === 'POST' && path.endsWith('/pages')),
  );
  world.notion.recorder.clear();
  return writes;
}

describe.each(TEST_DIALECTS)('the sandbox (%s)', (dialect) => {
  it('goes from one provider to the other, each deal once, and costs nothing when nothing changed', async () => {
    const world = await openWorld(dialect, 'sandbox');
    await world.configure('airtable');
    await world.configure('notion');
    const run = async (path: string) => (await world.call('POST', `/api/sync/${path}`)).body;

    const first = await run('airtable/import');
    expect(first).toMatchObject({ status: 'partial', records_processed: 250, records_failed: 12 });
    expect(first).toMatchObject({ records_created: 238, errors: { length: 12 } });
    for (const sentence of first.errors as string[]) expect(sentence).toMatch(/client|montant/);
    await expectRightFigures(world);
    const again = await run('airtable/import');
    expect(again).toMatchObject({ records_created: 0, records_updated: 0, records_unchanged: 238 });

    const before = world.notion.state.dataSource('Deals').count;
    const exported = await run('notion/export');
    expect(exported).toMatchObject({ status: 'success', records_created: 238, records_failed: 0 });
    expect(world.notion.state.dataSource('Deals').count).toBe(before + 238);
    expect(writesSince(world)).toBe(238);
    const repeated = await run('notion/export');
    expect(repeated).toMatchObject({ records_created: 0, records_updated: 0, records_unchanged: 238 });
    expect(writesSince(world)).toBe(0);

    const em = world.database.em();
    for (const deal of await em.find(Deal, {}, { limit: 7, orderBy: { id: 'asc' } })) deal.notes = 'Rappelé.';
    await em.flush();
    expect(await run('notion/export')).toMatchObject({ records_updated: 7, records_unchanged: 231 });
    expect(writesSince(world)).toBe(7);
  });
});

/** Every stored deal has the probability of its status and the weighted value of both, to the cent. */
async function expectRightFigures(world: World): Promise<void> {
  const chances: Record<string, number> = {
    prospect: 10,
    qualifié: 30,
    négociation: 70,
    gagné: 100,
    'gagné - en cours': 100,
  };
  const deals = await world.database.em().find(Deal, {});
  expect(deals).toHaveLength(238);
  for (const { statut, montant_brut, probabilite, valeur_ponderee } of deals) {
    const percent = chances[statut] ?? Number.NaN;
    const cents = BigInt(Math.round(montant_brut * 100)) * BigInt(percent);
    expect(Math.round(probabilite * 100)).toBe(percent);
    expect(Math.round(valeur_ponderee * 100)).toBe(Number((cents + 50n) / 100n));
  }
  expect(new Set(deals.map((deal) => deal.statut)).size).toBe(5);
}
