import { deleteDeal, SyncDeletion, savePolicies } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deals, undo, workbench } from './support/workbench.ts';

const NOW = '2026-11-20T08:00:00.000Z';

async function archiving(dialect: Parameters<typeof workbench>[0]) {
  const bench = await workbench(dialect);
  onTestFinished(() => bench.remove());
  const rows = Array.from({ length: 3 }, (_, i) => bench.remote.add({ name: `Client ${i}`, amount: 10 + i }));
  await bench.import();
  await savePolicies(bench.database.em(), 'memory', {
    changes: { deletion: 'archive' },
    now: new Date(NOW),
  });
  const listed = () => bench.database.em().find(SyncDeletion, {});
  return { bench, rows, listed };
}

describe.each(TEST_DIALECTS)('a run that archived is taken back (%s)', (dialect) => {
  test('on the side of the CRM: the deal is there again, and no later run archives it', async () => {
    const { bench, rows, listed } = await archiving(dialect);
    bench.remote.rows.delete(rows[1] ?? '');
    const { runId } = await bench.import();
    expect(await deals(bench.database)).toHaveLength(2);
    const { result } = await undo(bench, runId);
    expect(result).toMatchObject({ status: 'success', updated: 1 });
    expect((await deals(bench.database))[1]).toMatchObject({ id: 2, client: 'Client 1', montant_brut: 11 });
    expect(await listed()).toMatchObject([{ state: 'kept' }]);
    expect(await bench.import()).toMatchObject({ status: 'success', updated: 0 });
    expect(await deals(bench.database)).toHaveLength(3);
  });

  test('on the vendor’s side: the row is there again, and waits for a person', async () => {
    const { bench, rows, listed } = await archiving(dialect);
    const work = { em: bench.database.em(), sql: bench.database.sql };
    await deleteDeal(work, 2, { origin: 'form', runId: null, at: NOW });
    const { runId } = await bench.export();
    expect(bench.remote.rows.has(rows[1] ?? '')).toBe(false);
    const { result } = await undo(bench, runId);
    expect(result).toMatchObject({ status: 'success', updated: 1 });
    expect(bench.remote.rows.has(rows[1] ?? '')).toBe(true);
    await bench.export();
    expect(bench.remote.rows.has(rows[1] ?? '')).toBe(true);
    expect(await listed()).toMatchObject([{ state: 'pending' }]);
  });

  test('what an undo removed is nobody’s loss', async () => {
    const { bench, rows, listed } = await archiving(dialect);
    const fresh = bench.remote.add({ name: 'Neuf', amount: 1 });
    const { runId } = await bench.import();
    await undo(bench, runId);
    expect(await bench.sync()).toMatchObject({ status: 'success', updated: 0 });
    expect([...bench.remote.rows.keys()]).toEqual([...rows, fresh]);
    expect(await listed()).toEqual([]);
  });
});
