import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addDeals, BAD_ROWS, GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

type Record = Readonly<{ position: number; name: string | null; solved_by: number | null }>;

const post = async (world: World, path: string, body?: unknown) =>
  (await world.call('POST', `/api/sync/${path}`, body)).body;
const recordsOf = async (world: World, runId: unknown, query = '?outcome=failed') =>
  (await world.call('GET', `/api/sync/runs/${runId}/records${query}`)).body.data as Record[];
const correct = (world: World, runId: unknown, position: number | undefined, values: object) =>
  world.call('PUT', `/api/sync/runs/${runId}/records/${position}`, { values });
const dealsOf = (world: World) => world.database.em().find(Deal, {}, { orderBy: { id: 'asc' } });

async function imported(dialect: Parameters<typeof openWorld>[0]) {
  const world = await openWorld(dialect, { airtable: [...GOOD_ROWS, ...BAD_ROWS] });
  await world.configure('airtable');
  const { run_id: runId } = await post(world, 'airtable/import');
  const table = world.airtable.state.table('Deals');
  const row = (name: string) => table.records().find(({ fields }) => fields.Name === name)?.id ?? '';
  return { world, runId, table, row };
}

describe.each(TEST_DIALECTS)('refused records (%s)', (dialect) => {
  it('show what they held, the field at fault, and are counted by cause', async () => {
    const { world, runId } = await imported(dialect);
    expect(await recordsOf(world, runId)).toMatchObject([
      {
        name: 'Sans montant',
        field: 'montant_brut',
        values: { client: 'Sans montant', statut: 'prospect' },
        faults: [{ field: 'montant_brut', message: expect.stringContaining('le montant manque') }],
        corrected: [],
        solved_by: null,
      },
      { name: 'Montant nul', values: { montant_brut: 0 } },
    ]);
    const causes = await world.call('GET', `/api/sync/runs/${runId}/causes`);
    expect(causes.body.data).toMatchObject([
      { field: 'montant_brut', count: 1, open: 1 },
      { field: 'montant_brut', cause: expect.stringContaining("« … » n'est pas supérieur à 0.") },
    ]);
    const [{ cause }] = causes.body.data as [{ cause: string }];
    expect(await recordsOf(world, runId, `?cause=${encodeURIComponent(cause)}`)).toHaveLength(1);
  });

  it('are corrected in place and taken by a retry; the import after it keeps the correction', async () => {
    const { world, runId, row } = await imported(dialect);
    const [first] = await recordsOf(world, runId);
    const bad = await correct(world, runId, first?.position, { montant_brut: '-3' });
    expect([bad.status, bad.body.error]).toEqual([400, expect.stringContaining('montant_brut : « -3 »')]);
    expect((await correct(world, runId, first?.position, { montant_bru: 3 })).status).toBe(400);
    const good = await correct(world, runId, first?.position, { montant_brut: '1 500,50 €' });
    expect(good.body.data).toMatchObject({
      values: { montant_brut: 1500.5 },
      corrected: ['montant_brut'],
      faults: [],
    });
    const report = await post(world, `runs/${runId}/retry`, { positions: [first?.position] });
    expect(report).toMatchObject({ records_created: 1, records_processed: 1, status: 'success' });
    const deals = await dealsOf(world);
    expect(deals.at(-1)).toMatchObject({ client: 'Sans montant', montant_brut: 1500.5 });
    expect((await recordsOf(world, runId)).map(({ name }) => name)).toEqual(['Montant nul']);
    expect(await recordsOf(world, runId, '')).toContainEqual(
      expect.objectContaining({ name: 'Sans montant', solved_by: report.run_id }),
    );
    const history = await world.call('GET', `/api/deals/${deals.at(-1)?.id}/history`);
    expect(history.body.data).toMatchObject([
      { origin: 'correction', changes: [{ field: 'montant_brut', before: null, after: 1500.5 }] },
      { kind: 'created', origin: 'import', run_id: report.run_id },
    ]);
    // The remote cell is as empty as before: nothing new to say.
    const next = await post(world, 'airtable/import', { full: true });
    expect(next).toMatchObject({ records_created: 0, records_updated: 0, records_failed: 1 });
    expect((await dealsOf(world)).at(-1)).toMatchObject({ montant_brut: 1500.5 });
    // The correction is an edit made here, which an export carries over.
    await post(world, 'airtable/export');
    const there = world.airtable.state.table('Deals').records();
    expect(there.find(({ id }) => id === row('Sans montant'))?.fields.Amount).toBe(1500.5);
    expect(await post(world, 'airtable/import', { full: true })).toMatchObject({
      records_updated: 0,
      records_failed: 1,
    });
    const again = await world.call('POST', `/api/sync/runs/${runId}/retry`, { positions: [first?.position] });
    expect([again.status, again.body.error]).toEqual([409, expect.stringContaining('n’est encore refusé')]);
    expect((await correct(world, runId, first?.position, { montant_brut: 3 })).status).toBe(409);
  });

  it('that were mended there are read again by a retry of all, the others are refused again', async () => {
    const { world, runId, table, row } = await imported(dialect);
    table.patchRecord(row('Montant nul'), { Amount: 77 });
    const report = await post(world, `runs/${runId}/retry`);
    expect(report).toMatchObject({ records_created: 1, records_failed: 1, status: 'partial' });
    expect((await dealsOf(world)).at(-1)).toMatchObject({ client: 'Montant nul', montant_brut: 77 });
    // A retry can be tried again itself: what it takes leaves the first list too.
    table.patchRecord(row('Sans montant'), { Amount: 5 });
    expect(await post(world, `runs/${report.run_id}/retry`)).toMatchObject({ records_created: 1 });
    expect(await recordsOf(world, runId)).toEqual([]);
    expect(await dealsOf(world)).toHaveLength(4);
    expect(await post(world, 'airtable/import')).toMatchObject({ records_created: 0, records_failed: 0 });
  });

  it('whose remote row is gone are told so, and one remote change wins over an old correction', async () => {
    const { world, runId, table, row } = await imported(dialect);
    const [first, second] = await recordsOf(world, runId);
    await correct(world, runId, first?.position, { montant_brut: 10 });
    table.deleteRecord(row('Montant nul'));
    const report = await post(world, `runs/${runId}/retry`);
    expect(report).toMatchObject({ records_created: 1, records_failed: 1 });
    expect(report.errors).toEqual([expect.stringContaining('La ligne distante n’existe plus')]);
    expect(second?.name).toBe('Montant nul');
    table.patchRecord(row('Sans montant'), { Amount: 250 });
    await post(world, 'airtable/import');
    expect((await dealsOf(world)).at(-1)).toMatchObject({ montant_brut: 250 });
  });

  it('of an export are sent again as their deal is now, in the background when asked', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    await addDeals(world.database, ['Jumeaux', 'Jumeaux', 'Seul']);
    const table = world.airtable.state.table('Deals');
    table.addRecord({ Name: 'Jumeaux', Amount: 1 });
    const { run_id: runId } = await post(world, 'airtable/export');
    const refused = await recordsOf(world, runId);
    expect(refused).toMatchObject([
      {
        name: 'Jumeaux',
        values: { client: 'Jumeaux', montant_brut: 1000 },
        reason: expect.stringContaining('ambigu'),
      },
      { name: 'Jumeaux' },
    ]);
    const causes = (await world.call('GET', `/api/sync/runs/${runId}/causes`)).body.data;
    expect(causes).toMatchObject([{ count: 2, open: 2 }]);
    await correct(world, runId, refused[0]?.position, { client: 'Jumeaux de Lyon' });
    const started = await world.call('POST', `/api/sync/runs/${runId}/retry/start`, {
      positions: [refused[0]?.position],
    });
    expect(started.status).toBe(202);
    const { id } = started.body.data as { id: number };
    await expect
      .poll(async () => (await world.call('GET', `/api/sync/runs/${id}`)).body.data, { timeout: 20_000 })
      .toMatchObject({ state: 'finished', direction: 'export', origin_run_id: runId, records_created: 1 });
    expect(table.records().map(({ fields }) => fields.Name)).toContain('Jumeaux de Lyon');
    expect(await recordsOf(world, runId)).toMatchObject([{ name: 'Jumeaux' }]);
    // Only one deal and one row of that name are left: they are the same.
    expect(await post(world, `runs/${runId}/retry`)).toMatchObject({ records_updated: 1, records_failed: 0 });
    expect(table.records().filter(({ fields }) => fields.Name === 'Jumeaux')).toHaveLength(1);
  });
});
