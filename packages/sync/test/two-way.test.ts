import { RunOutcome } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDeal, deals, type Workbench, workbench } from './support/workbench.ts';

describe.each(TEST_DIALECTS)('a two-way run on %s', (dialect) => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(dialect);
  });
  afterEach(() => bench.remove());

  const outcomes = (run_id: number) =>
    bench.database.em().find(RunOutcome, { run_id }, { orderBy: { position: 'asc' } });
  const edit = (assignment: string, id: number) =>
    bench.database.em().getConnection().execute(`update deals set ${assignment} where id = ${id}`);

  test('creates on each side what the other has, and then has nothing left to do', async () => {
    bench.remote.add({ name: 'Là-bas', status: 'Won', amount: 10 });
    await addDeal(bench.database, { client: 'Ici', montant_brut: 20 });
    expect(await bench.sync()).toMatchObject({ status: 'success', processed: 2, created: 2 });
    expect((await deals(bench.database)).map(({ client }) => client).toSorted()).toEqual(['Ici', 'Là-bas']);
    expect([...bench.remote.rows.values()].map(({ cells }) => cells.col_name)).toEqual(['Là-bas', 'Ici']);
    bench.remote.writes.length = 0;
    expect(await bench.sync()).toMatchObject({ processed: 2, unchanged: 2 });
    expect(bench.remote.writes).toEqual([]);
  });

  test('carries changes of different fields both ways, as one outcome of the record', async () => {
    const row = bench.remote.add({ name: 'Aulne', amount: 10, sector: 'Bois' });
    await bench.sync();
    const [deal] = await deals(bench.database);
    await edit('montant_brut = 99', deal?.id ?? 0);
    bench.remote.edit(row, { notes: 'Rappeler' });
    const result = await bench.sync();
    expect(result).toMatchObject({ processed: 1, updated: 1, failed: 0 });
    expect(await deals(bench.database)).toMatchObject([{ montant_brut: 99, notes: 'Rappeler' }]);
    expect(bench.remote.rows.get(row)?.cells).toMatchObject({ col_amount: 99, col_notes: 'Rappeler' });
    const [outcome] = await outcomes(result.runId);
    expect(JSON.parse(outcome?.changes ?? '')).toEqual({
      notes: { before: null, after: 'Rappeler' },
      montant_brut: { before: 10, after: 99 },
    });
    expect(await bench.sync()).toMatchObject({ processed: 1, unchanged: 1 });
  });

  test('gives every record exactly one outcome, whatever becomes of it', async () => {
    for (let i = 0; i < 6; i += 1) bench.remote.add({ name: `Client ${i}`, amount: 10 + i });
    await bench.sync();
    bench.remote.add({ name: 'Sans montant' });
    await addDeal(bench.database, { client: 'Sans montant' });
    await addDeal(bench.database, { client: 'Neuf' });
    bench.remote.edit('row000001', { amount: null });
    bench.remote.edit('row000002', { amount: 5 });
    await edit('notes = 1', 3);
    bench.remote.rows.delete('row000004');
    const result = await bench.sync();
    const stored = await outcomes(result.runId);
    expect(stored.map(({ position }) => position)).toEqual(stored.map((_, index) => index + 1));
    expect(stored).toHaveLength(result.processed);
    const known = stored.map(({ deal_id, external_id }) => `${deal_id ?? ''}/${external_id ?? ''}`);
    expect(new Set(known).size).toBe(known.length);
    expect(result).toMatchObject({ processed: 9, created: 1, updated: 2, unchanged: 3, failed: 3 });
  });
});
