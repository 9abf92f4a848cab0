import { RunOutcome } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SyncEngine } from '../src/index.ts';
import { addDeal, type Workbench, workbench } from './support/workbench.ts';

describe.each(TEST_DIALECTS)('a two-way plan that is applied on %s', (dialect) => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(dialect);
  });
  afterEach(() => bench.remove());

  const execute = (sql: string) => bench.database.em().getConnection().execute(sql);

  test('leaves a deal alone that is edited, or added, between the comparison and the write', async () => {
    const rows = [1, 2, 3].map((n) => bench.remote.add({ name: `Client ${n}`, amount: n }));
    await bench.sync();
    await execute(`update deals set notes = 'prévu'`);
    bench.remote.edit(rows[2] ?? '', { sector: 'Bois' });
    let isEdited = false;
    const engine = new SyncEngine({
      database: bench.database,
      atBoundary: async (boundary, moment) => {
        if (boundary !== 'apply' || moment !== 'after' || isEdited) return;
        isEdited = true;
        await execute(`update deals set notes = 'tapé depuis' where client = 'Client 2'`);
        await addDeal(bench.database, { client: 'Ajouté depuis' });
      },
    });
    const request = {
      provider: 'memory',
      direction: 'sync',
      connector: bench.remote,
      mapping: null,
    } as const;
    const planId = await engine.preview(request);
    const result = await engine.run({ ...request, planId });
    expect(result).toMatchObject({ status: 'partial', updated: 2, failed: 2 });
    const notes = rows.map((id) => bench.remote.rows.get(id)?.cells.col_notes ?? null);
    expect(notes).toEqual(['prévu', null, 'prévu']);
    expect(bench.remote.rows.size).toBe(3);
    const refused = await bench.database.em().find(RunOutcome, { run_id: result.runId, outcome: 'failed' });
    const told = expect.stringMatching(/a changé depuis l’aperçu/);
    expect(refused.map(({ reason }) => reason)).toEqual([told, told]);
    expect(await execute(`select notes from deals where client = 'Client 2'`)).toEqual([
      { notes: 'tapé depuis' },
    ]);
  });
});
