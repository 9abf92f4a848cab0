import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addDeals, GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

async function undo(world: World, runId: unknown) {
  const { status, body } = await world.call('POST', `/api/sync/runs/${runId}/undo`);
  return { status, body, plan: body.data as { id: number; counts: object; direction: string } };
}

const apply = (world: World, { id }: { id: number }) => world.call('POST', `/api/sync/plans/${id}/apply`);
const runOf = async (world: World, id: unknown) =>
  (await world.call('GET', `/api/sync/runs/${id}`)).body.data;

describe.each(TEST_DIALECTS)('undoing a run over HTTP (%s)', (dialect) => {
  it('of an import is a plan first, then a run of its own, told record by record', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const { body: imported } = await world.call('POST', '/api/sync/airtable/import');
    expect(await runOf(world, imported.run_id)).toMatchObject({ can_undo: true, undone_by: null });
    // What was written here only is taken back here, whatever became of the connector.
    await world.call('DELETE', '/api/connectors/config/airtable');
    const { status, plan } = await undo(world, imported.run_id);
    expect([status, plan]).toEqual([
      200,
      expect.objectContaining({
        direction: 'undo',
        undone_run_id: imported.run_id,
        counts: expect.objectContaining({ remove: 2, kept: 0, refused: 0 }),
        requests: { read: 0, write: 0 },
      }),
    ]);
    expect(await world.database.em().count(Deal)).toBe(2);
    const { body: report } = await apply(world, plan);
    expect(report).toMatchObject({ success: true, status: 'success', records_updated: 2 });
    expect(await world.database.em().count(Deal)).toBe(0);
    expect(await runOf(world, report.run_id)).toMatchObject({
      direction: 'undo',
      origin_run_id: imported.run_id,
      can_undo: true,
    });
    const records = await world.call('GET', `/api/sync/runs/${report.run_id}/records?outcome=reversed`);
    expect(records.body.data).toMatchObject([{ name: 'Atelier Morel' }, { name: 'Verrerie Aubin' }]);
    const again = await undo(world, imported.run_id);
    expect([again.status, again.body]).toEqual([
      409,
      { success: false, error: expect.stringContaining(`déjà annulée, par l’exécution ${report.run_id}`) },
    ]);
    const { body: logs } = await world.call('GET', '/api/sync/logs');
    expect(logs.data).toMatchObject([{ direction: 'undo', status: 'success' }, { direction: 'import' }]);
  });

  it.each(['airtable', 'notion'] as const)(
    'of an export takes the rows out of %s again',
    async (provider) => {
      const world = await openWorld(dialect, { [provider]: GOOD_ROWS });
      await world.configure(provider);
      await addDeals(world.database, ['Scierie Colin', 'Tannerie Duval']);
      const { body: exported } = await world.call('POST', `/api/sync/${provider}/export`);
      expect(exported).toMatchObject({ records_created: 2 });
      const { plan } = await undo(world, exported.run_id);
      expect(plan.counts).toMatchObject({ remove: 2 });
      expect((await apply(world, plan)).body).toMatchObject({ status: 'success', records_updated: 2 });
      const { body: test } = await world.call('POST', `/api/connectors/test/${provider}`);
      expect(test.record_count).toBe(GOOD_ROWS.length);
      expect((await world.call('POST', `/api/sync/${provider}/export`)).body).toMatchObject({
        records_created: 0,
      });
    },
  );

  it('is refused when a deal moved between plan and apply, and does nothing', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const { body: imported } = await world.call('POST', '/api/sync/airtable/import');
    const { plan } = await undo(world, imported.run_id);
    const [deal] = await world.database.em().find(Deal, {}, { orderBy: { id: 'asc' } });
    await world.call('PUT', `/api/deals/${deal?.id}`, { montant_brut: 9 });
    const { status, body } = await apply(world, plan);
    expect([status, body.error]).toEqual([409, expect.stringContaining('« Atelier Morel » a changé')]);
    expect(await world.database.em().count(Deal)).toBe(2);
    expect((await undo(world, imported.run_id)).plan.counts).toMatchObject({ remove: 1, kept: 1 });
  });

  it('of no run is not found', async () => {
    const world = await openWorld(dialect);
    expect((await undo(world, 41)).status).toBe(404);
  });
});
