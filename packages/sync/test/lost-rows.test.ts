import { ConnectorError } from '@passerelle/connector';
import { deleteDeal, RunOutcome, SyncDeletion, savePolicies } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decideDeletions } from '../src/index.ts';
import { addDeal, deals, type Workbench, workbench } from './support/workbench.ts';

const NOW = '2026-11-20T08:00:00.000Z';

describe.each(TEST_DIALECTS)('a deal that was deleted (%s)', (dialect) => {
  let bench: Workbench;
  let rows: string[];
  beforeEach(async () => {
    bench = await workbench(dialect);
    rows = Array.from({ length: 12 }, (_, i) => bench.remote.add({ name: `Client ${i}`, amount: 10 + i }));
    await bench.import();
  });
  afterEach(() => bench.remove());

  const under = (deletion: 'ignore' | 'flag' | 'archive') =>
    savePolicies(bench.database.em(), 'memory', { changes: { deletion }, now: new Date(NOW) });
  const listed = () => bench.database.em().find(SyncDeletion, {}, { orderBy: { id: 'asc' } });
  const lose = async (...ids: number[]) => {
    const work = { em: bench.database.em(), sql: bench.database.sql };
    for (const id of ids) await deleteDeal(work, id, { origin: 'form', runId: null, at: NOW });
  };
  const decide = (decision: 'archive' | 'keep' | 'restore', ids: number[], state = 'pending') =>
    decideDeletions(bench.database, { decision, which: { ids }, state }, NOW);
  const idOf = async (index: number) => (await listed())[index]?.id ?? 0;
  const outcomesOf = (run_id: number) =>
    bench.database.em().find(RunOutcome, { run_id }, { orderBy: { position: 'asc' } });

  test('stays in the remote table under ignore, and an import tells how to bring it back', async () => {
    await lose(2);
    expect(await bench.export()).toMatchObject({ processed: 11, unchanged: 11 });
    const result = await bench.import();
    expect(result).toMatchObject({ processed: 12, unchanged: 12 });
    expect(result.errors).toEqual([expect.stringContaining('choisissez « ramener » dans les suppressions')]);
    expect(bench.remote.rows).toHaveLength(12);
    expect(await listed()).toMatchObject([{ side: 'local', state: 'left', client: 'Client 1' }]);
    expect(await decide('restore', [await idOf(0)], 'left')).toMatchObject({ done: 1 });
    expect((await deals(bench.database))[1]).toMatchObject({ id: 2, client: 'Client 1', montant_brut: 11 });
    expect(await bench.import()).toMatchObject({ processed: 12, unchanged: 12 });
    expect(await bench.sync()).toMatchObject({ processed: 12, unchanged: 12 });
  });

  test.each(['export', 'sync'] as const)(
    'is listed under flag by an %s, and nothing else happens',
    async (run) => {
      await under('flag');
      await lose(2);
      const result = await bench[run]();
      expect(result).toMatchObject({ status: 'success', created: 0, updated: 0 });
      expect(bench.remote.rows).toHaveLength(12);
      expect(await listed()).toMatchObject([{ side: 'local', state: 'pending', run_id: result.runId }]);
    },
  );

  test.each(['export', 'sync'] as const)(
    'takes its row out under archive by an %s, as one outcome',
    async (run) => {
      await under('archive');
      await lose(2);
      const result = await bench[run]();
      expect(result).toMatchObject({ status: 'success', processed: 12, updated: 1, unchanged: 11 });
      expect(bench.remote.rows.has(rows[1] ?? '')).toBe(false);
      expect(bench.remote.archived.has(rows[1] ?? '')).toBe(true);
      const told = (await outcomesOf(result.runId)).filter(({ outcome }) => outcome === 'archived');
      expect(told).toMatchObject([{ external_id: rows[1], name: 'Client 1', deal_id: null }]);
      expect(await listed()).toMatchObject([{ state: 'archived' }]);
      expect(await bench.sync()).toMatchObject({ status: 'success', processed: 11, unchanged: 11 });
    },
  );

  test('with many others waits for a person, whatever the policy, and the run says so', async () => {
    await under('archive');
    await lose(1, 2, 3, 4, 5, 6);
    const result = await bench.export();
    expect(result.status).toBe('partial');
    expect(result.errors[0]).toMatch(
      /^6 des 12 enregistrements reliés \(50 %\) ont disparu : 6 n’ont plus leur deal/,
    );
    expect(bench.remote.rows).toHaveLength(12);
    const [first = 0, second = 0, third = 0] = (await listed()).map(({ id }) => id);
    expect(await decide('archive', [first])).toMatchObject({ toCome: 1 });
    expect(await decide('keep', [second])).toMatchObject({ done: 1 });
    expect(await decide('restore', [third])).toMatchObject({ done: 1 });
    expect(await bench.export()).toMatchObject({ status: 'success', updated: 1 });
    expect(bench.remote.rows.has(rows[0] ?? '')).toBe(false);
    expect(bench.remote.rows.has(rows[1] ?? '')).toBe(true);
    expect((await deals(bench.database)).map(({ id }) => id)).toContain(3);
    expect((await listed()).map(({ state }) => state)).toEqual([
      ...['archived', 'kept', 'restored'],
      ...['pending', 'pending', 'pending'],
    ]);
  });

  test('with all others and no deal left still waits for a person', async () => {
    await under('archive');
    await lose(...Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await bench.export()).toMatchObject({ status: 'partial', processed: 0 });
    expect(bench.remote.rows).toHaveLength(12);
    expect(await listed()).toHaveLength(12);
  });

  test('leaves a row that was edited there since to a person', async () => {
    await under('archive');
    await lose(2);
    bench.remote.edit(rows[1] ?? '', { notes: 'Rappeler' });
    await bench.sync();
    expect(bench.remote.rows.has(rows[1] ?? '')).toBe(true);
    expect(await listed()).toMatchObject([{ state: 'pending', reason: expect.stringContaining('notes') }]);
  });

  test('leaves its row to a deal of the same client that was typed anew', async () => {
    await under('archive');
    await lose(2);
    await addDeal(bench.database, { client: 'Client 1', montant_brut: 11 });
    expect(await bench.sync()).toMatchObject({ status: 'success' });
    expect(bench.remote.rows.has(rows[1] ?? '')).toBe(true);
    expect(await listed()).toEqual([]);
  });

  test('looks before it archives again when the answer was lost', async () => {
    await under('archive');
    await lose(2, 3);
    const unknown = new ConnectorError('outcome_unknown', 'Réponse perdue.');
    bench.remote.faults.push({ on: 'archiveBatch', when: 'after', error: unknown });
    expect(await bench.export()).toMatchObject({ status: 'success', updated: 2 });
    await lose(4);
    bench.remote.faults.push({ on: 'archiveBatch', when: 'before', error: unknown });
    expect(await bench.export()).toMatchObject({ status: 'success', updated: 1 });
    expect(bench.remote.rows).toHaveLength(9);
  });

  test('whose row the vendor refuses to give up is told as refused, and waits', async () => {
    await under('archive');
    await lose(2);
    const error = new ConnectorError('value_refused', 'Ligne verrouillée.');
    bench.remote.faults.push({ on: 'archiveBatch', when: 'before', error });
    expect(await bench.export()).toMatchObject({ status: 'partial', failed: 1 });
    expect(await listed()).toMatchObject([{ state: 'pending', reason: 'Ligne verrouillée.' }]);
  });

  test('whose row somebody takes out of the vendor’s bin waits for a person, and is not archived again', async () => {
    await under('archive');
    await lose(2);
    await bench.sync();
    await bench.remote.restoreRecord({ externalId: rows[1] ?? '' });
    await bench.sync();
    expect(bench.remote.rows.has(rows[1] ?? '')).toBe(true);
    expect(await listed()).toMatchObject([
      { state: 'pending', reason: expect.stringContaining('de nouveau') },
    ]);
    await decide('restore', [await idOf(0)]);
    expect(await bench.sync()).toMatchObject({ processed: 12, unchanged: 12 });
    expect((await deals(bench.database)).map(({ id }) => id)).toContain(2);
  });

  test('is brought back without its archived row, of which the next export makes another', async () => {
    await under('archive');
    await lose(2);
    await bench.export();
    expect(await decide('restore', [await idOf(0)], 'archived')).toMatchObject({ done: 1 });
    expect(await bench.export()).toMatchObject({ processed: 12, created: 1 });
    expect(await bench.sync()).toMatchObject({ status: 'success', processed: 12, unchanged: 12 });
  });

  test('and whose row is gone as well is settled without anyone', async () => {
    await under('flag');
    await lose(2);
    await bench.export();
    bench.remote.rows.delete(rows[1] ?? '');
    await bench.export();
    expect(await listed()).toMatchObject([{ state: 'archived', reason: 'Disparu des deux côtés.' }]);
  });
});
