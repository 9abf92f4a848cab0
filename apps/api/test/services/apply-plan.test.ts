import { Deal, SyncPlan } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addDeals, BAD_ROWS, GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

async function previewed(world: World, direction: string): Promise<{ id: number; counts: object }> {
  const { body } = await world.call('POST', '/api/sync/airtable/preview', { direction });
  return body.data as { id: number; counts: object };
}

const apply = (world: World, id: number) => world.call('POST', `/api/sync/plans/${id}/apply`);
const planOf = async (world: World, id: number) =>
  (await world.call('GET', `/api/sync/plans/${id}`)).body.data;

describe.each(TEST_DIALECTS)('applying a plan (%s)', (dialect) => {
  it.each(['import', 'export', 'sync'])(
    'of direction %s does exactly what it says, once',
    async (direction) => {
      const world = await openWorld(dialect, { airtable: [...GOOD_ROWS, ...BAD_ROWS] });
      await world.configure('airtable');
      await addDeals(world.database, ['Scierie Colin']);
      const { id, counts } = await previewed(world, direction);
      const { status, body } = await apply(world, id);
      expect([status, body]).toEqual([200, expect.objectContaining({ success: true })]);
      const refused = direction === 'export' ? 0 : 2;
      const created = { import: 2, export: 1, sync: 3 }[direction];
      expect(counts).toMatchObject({ create: created, refused });
      expect(body).toMatchObject({ records_created: created, records_failed: refused });
      expect(await planOf(world, id)).toMatchObject({ state: 'applied', run_id: body.run_id });
      expect(await apply(world, id)).toMatchObject({ status: 409, body: { success: false } });
    },
  );

  it('is refused with what changed when either side has moved, and does nothing', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const { id } = await previewed(world, 'import');
    const table = world.airtable.state.table('Deals');
    table.patchRecord(table.records()[1]?.id ?? '', { Amount: 7000 });
    const { status, body } = await apply(world, id);
    expect([status, body.error]).toEqual([
      409,
      expect.stringMatching(/« Verrerie Aubin » a changé.*montant_brut/),
    ]);
    expect(await world.database.em().count(Deal)).toBe(0);
    expect(await planOf(world, id)).toMatchObject({
      state: 'outdated',
      differences: [expect.stringContaining('Verrerie Aubin')],
    });
  });

  it('is refused when a planned record is gone, and when one is new', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const table = world.airtable.state.table('Deals');
    const first = await previewed(world, 'import');
    table.deleteRecord(table.records()[1]?.id ?? '');
    expect((await apply(world, first.id)).body.error).toContain('n’existent plus');
    const second = await previewed(world, 'import');
    table.addRecord({ Name: 'Tard venu', Amount: 5 });
    expect((await apply(world, second.id)).body.error).toContain('Tard venu');
  });

  it('is refused once it has expired, and begins at once for a client that does not wait', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const { id } = await previewed(world, 'import');
    const response = await fetch(`${world.origin}/api/sync/plans/${id}/apply`, {
      method: 'POST',
      headers: { prefer: 'respond-async' },
    });
    expect([response.status, response.headers.get('location')]).toEqual([
      202,
      expect.stringMatching(/^\/api\/sync\/runs\/\d+$/),
    ]);
    await expect.poll(() => world.database.em().count(Deal)).toBe(2);
    await world.engine.stop();
    const later = await openWorld(dialect, { airtable: GOOD_ROWS });
    await later.configure('airtable');
    const old = await previewed(later, 'import');
    await later.database
      .em()
      .nativeUpdate(SyncPlan, { id: old.id }, { expires_at: '2026-01-01T00:00:00.000Z' });
    expect((await apply(later, old.id)).status).toBe(409);
  });
});
