import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

const IMPORT = '/api/sync/airtable/import';
const EXPORT = '/api/sync/airtable/export';

/** A CRM and a table that both changed the amount of the same deal, under the policy `ask`. */
async function openConflict(dialect: 'sqlite' | 'postgresql'): Promise<World & { remoteAmount(): unknown }> {
  const world = await openWorld(dialect, { airtable: GOOD_ROWS });
  await world.configure('airtable');
  await world.call('PUT', '/api/connectors/airtable/policies', { conflict: 'ask' });
  await world.call('POST', IMPORT);
  await world.call('PUT', '/api/deals/1', { montant_brut: 9000 });
  const table = world.airtable.state.table('Deals');
  const first = table.records()[0]?.id ?? '';
  table.patchRecord(first, { Amount: 7000 });
  return { ...world, remoteAmount: () => table.record(first)?.fields.Amount };
}

async function amount({ call }: World): Promise<unknown> {
  return ((await call('GET', '/api/deals/1')).body.data as { montant_brut: number }).montant_brut;
}

const listed = async ({ call }: World) =>
  (await call('GET', '/api/sync/conflicts')).body.data as { id: number }[];

describe.each(TEST_DIALECTS)('a conflict that waits for a person (%s)', (dialect) => {
  it('leaves the field alone on both sides, and lists both values', async () => {
    const world = await openConflict(dialect);
    expect((await world.call('POST', IMPORT)).body).toMatchObject({ records_unchanged: 2 });
    expect((await world.call('POST', EXPORT)).body).toMatchObject({ records_unchanged: 2 });
    expect([await amount(world), world.remoteAmount()]).toEqual([9000, 7000]);
    expect(await listed(world)).toEqual([
      {
        id: expect.any(Number),
        provider: 'airtable',
        deal_id: 1,
        external_id: expect.stringMatching(/^rec/),
        name: 'Atelier Morel',
        field: 'montant_brut',
        local: 9000,
        remote: 7000,
        run_id: expect.any(Number),
        noticed_at: expect.any(String),
      },
    ]);
  });

  it.each([
    ['local', 9000],
    ['remote', 7000],
  ] as const)('is settled for the %s value, which the next runs carry', async (keep, kept) => {
    const world = await openConflict(dialect);
    await world.call('POST', IMPORT);
    const ids = (await listed(world)).map(({ id }) => id);
    const settled = { success: true, settled: 1, message: '1 conflit réglé.' };
    expect((await world.call('POST', '/api/sync/conflicts/settle', { ids, keep })).body).toEqual(settled);
    await world.call('POST', IMPORT);
    await world.call('POST', EXPORT);
    expect([await amount(world), world.remoteAmount()]).toEqual([kept, kept]);
    expect(await listed(world)).toEqual([]);
    expect((await world.call('POST', '/api/sync/conflicts/settle', { ids, keep })).status).toBe(404);
  });

  it('leaves the list when one side took its change back', async () => {
    const world = await openConflict(dialect);
    await world.call('POST', IMPORT);
    await world.call('PUT', '/api/deals/1', { montant_brut: 8500.5 });
    expect((await world.call('POST', IMPORT)).body).toMatchObject({ records_updated: 1 });
    expect(await listed(world)).toEqual([]);
    expect(await amount(world)).toBe(7000);
  });
});
