import { DealChange, SyncDeletion, savePolicies } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decideDeletions } from '../src/index.ts';
import { deals, type Workbench, workbench } from './support/workbench.ts';

const NOW = '2026-11-20T08:00:00.000Z';

describe.each(TEST_DIALECTS)('a remote row that is gone (%s)', (dialect) => {
  let bench: Workbench;
  let rows: string[];
  beforeEach(async () => {
    bench = await workbench(dialect);
    rows = Array.from({ length: 10 }, (_, i) => bench.remote.add({ name: `Client ${i}`, amount: 10 + i }));
    await bench.import();
  });
  afterEach(() => bench.remove());

  const under = (deletion: 'ignore' | 'flag' | 'archive') =>
    savePolicies(bench.database.em(), 'memory', { changes: { deletion }, now: new Date(NOW) });
  const listed = () => bench.database.em().find(SyncDeletion, {}, { orderBy: { id: 'asc' } });
  const lose = (...indexes: number[]) => {
    for (const index of indexes) bench.remote.rows.delete(rows[index] ?? '');
  };
  const decide = (decision: 'archive' | 'keep' | 'restore', ids: number[], state = 'pending') =>
    decideDeletions(bench.database, { decision, which: { ids }, state }, NOW);

  test('is no matter under ignore', async () => {
    lose(1);
    expect(await bench.import()).toMatchObject({ status: 'success', processed: 9, unchanged: 9 });
    expect(await deals(bench.database)).toHaveLength(10);
    expect(await listed()).toEqual([]);
  });

  test('is listed under flag, with what both sides agreed on', async () => {
    await under('flag');
    lose(1);
    const { runId } = await bench.import();
    expect(await deals(bench.database)).toHaveLength(10);
    const [found, ...others] = await listed();
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      side: 'remote',
      state: 'pending',
      client: 'Client 1',
      deal_id: 2,
      run_id: runId,
    });
    expect(JSON.parse(found?.agreed ?? '')).toMatchObject({ client: 'Client 1', montant_brut: 11 });
  });

  test('archives its deal under archive, which keeps all it held, and brings it back with the row', async () => {
    await under('archive');
    lose(1);
    expect(await bench.import()).toMatchObject({
      status: 'success',
      processed: 10,
      updated: 1,
      unchanged: 9,
    });
    expect((await deals(bench.database)).map(({ id }) => id)).not.toContain(2);
    expect(await listed()).toMatchObject([{ state: 'archived', deal_id: 2 }]);
    const [change] = await bench.database.em().find(DealChange, { deal_id: 2 });
    expect(change).toMatchObject({ kind: 'archived', origin: 'import' });
    bench.remote.rows.set(rows[1] ?? '', {
      externalId: rows[1] ?? '',
      createdAt: NOW,
      editedAt: NOW,
      cells: { col_name: 'Client 1', col_amount: 99 },
    });
    expect(await bench.import()).toMatchObject({ processed: 10, created: 0, updated: 1, unchanged: 9 });
    expect((await deals(bench.database)).find(({ id }) => id === 2)).toMatchObject({
      client: 'Client 1',
      montant_brut: 99,
    });
    expect(await listed()).toMatchObject([{ state: 'returned' }]);
    expect(await bench.import()).toMatchObject({ processed: 10, unchanged: 10 });
  });

  test('with five others waits for a person, whatever the policy, and the run says so', async () => {
    await under('archive');
    lose(0, 1, 2, 3, 4, 5);
    const result = await bench.import();
    expect(result).toMatchObject({ status: 'partial', processed: 4, unchanged: 4 });
    expect(result.errors[0]).toMatch(/^6 des 10 enregistrements reliés \(60 %\) ont disparu/);
    expect(await deals(bench.database)).toHaveLength(10);
    expect(await listed()).toHaveLength(6);
    expect(await bench.import()).toMatchObject({ status: 'success', processed: 4 });
    const [first, second, third] = await listed();
    expect(await decide('archive', [first?.id ?? 0])).toMatchObject({ done: 1, refused: [] });
    expect(await decide('archive', [first?.id ?? 0])).toMatchObject({ done: 0, before: 1 });
    expect(await decide('keep', [first?.id ?? 0])).toMatchObject({ refused: [{ id: first?.id }] });
    expect(await decide('keep', [second?.id ?? 0])).toMatchObject({ done: 1 });
    expect(await decide('restore', [third?.id ?? 0])).toMatchObject({ toCome: 1 });
    expect(await deals(bench.database)).toHaveLength(9);
    expect(await bench.export()).toMatchObject({ created: 1, processed: 9 });
    await bench.import();
    expect((await listed()).map(({ state }) => state)).toEqual([
      'archived',
      'kept',
      'restored',
      'pending',
      'pending',
      'pending',
    ]);
  });

  test('leaves a deal that was edited since to a person', async () => {
    await under('archive');
    lose(1);
    await bench.database.em().getConnection().execute("update deals set notes = 'typed' where id = 2");
    expect(await bench.import()).toMatchObject({ processed: 9, unchanged: 9 });
    expect(await listed()).toMatchObject([{ state: 'pending', reason: expect.stringContaining('notes') }]);
    expect(await deals(bench.database)).toHaveLength(10);
  });
});
