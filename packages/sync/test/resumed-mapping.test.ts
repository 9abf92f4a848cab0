import { Deal, SyncLog, SyncRun } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Boundary, type FieldMapping, SyncEngine } from '../src/index.ts';
import { deals, type Workbench, workbench } from './support/workbench.ts';

const NARROW: FieldMapping = { client: 'Name', montant_brut: 'Amount', statut: 'Status' };
const WIDE: FieldMapping = { ...NARROW, notes: 'Notes' };
const ROWS = 250;

describe.each(TEST_DIALECTS)('a run taken up after its mapping changed on %s', (dialect) => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(dialect);
    for (let index = 0; index < ROWS; index += 1) {
      bench.remote.add({ name: `Client ${index}`, amount: 1 + index, notes: `Note ${index}` });
    }
  });
  afterEach(() => bench.remove());

  /** An import that stops when it has passed a boundary twice, and how to take it up. */
  async function stoppedAfterSecond(boundary: Boundary) {
    let passed = 0;
    const engine = new SyncEngine({
      database: bench.database,
      batches: { importRows: 50, exportDeals: 50 },
      atBoundary: async (at, moment) => {
        if (at !== boundary || moment !== 'after') return;
        passed += 1;
        if (passed === 2) await engine.cancel(1);
      },
    });
    const request = {
      provider: 'memory',
      direction: 'import',
      connector: bench.remote,
      mapping: NARROW,
    } as const;
    await expect(engine.run(request)).rejects.toMatchObject({ code: 'run_cancelled' });
    return async (mapping: FieldMapping) => {
      const { fence } = await bench.database.em().findOneOrFail(SyncRun, { id: 1 });
      const left = { hold: { runId: 1, fence }, provider: 'memory' };
      const { result } = await engine.resume(left, { connector: bench.remote, mapping });
      return result;
    };
  }

  const withNotes = () => bench.database.em().count(Deal, { notes: { $ne: null } });

  test('reads its table again when nothing was applied yet: no field is taken for empty', async () => {
    const resume = await stoppedAfterSecond('page');
    const pages: (string | null)[] = [];
    bench.remote.beforePage = (cursor) => void pages.push(cursor);
    expect(await resume(WIDE)).toMatchObject({ status: 'success', created: ROWS });
    expect(pages[0]).toBeNull();
    expect(await withNotes()).toBe(ROWS);
  });

  test('goes on where it stood when a field was only left out', async () => {
    const resume = await stoppedAfterSecond('page');
    const pages: (string | null)[] = [];
    bench.remote.beforePage = (cursor) => void pages.push(cursor);
    const { statut: _, ...fewer } = NARROW;
    expect(await resume(fewer)).toMatchObject({ status: 'success', created: ROWS });
    expect(pages).not.toContain(null);
  });

  test('leaves a field alone that it has not read, once it has begun to apply: the next run takes it', async () => {
    const resume = await stoppedAfterSecond('apply');
    expect(await deals(bench.database)).toHaveLength(100);
    expect(await resume(WIDE)).toMatchObject({
      status: 'partial',
      processed: ROWS,
      created: ROWS,
      failed: 0,
      errors: [expect.stringMatching(/« Notes ».*notes y est en pause/)],
    });
    expect(await withNotes()).toBe(0);
    const request = {
      provider: 'memory',
      direction: 'import',
      connector: bench.remote,
      mapping: WIDE,
    } as const;
    expect(await bench.engine.run(request)).toMatchObject({ status: 'success', updated: ROWS });
    expect(await withNotes()).toBe(ROWS);
  });

  test('is closed with the reason when it applied amounts of another column, and changes nothing more', async () => {
    const resume = await stoppedAfterSecond('apply');
    bench.remote.columns = bench.remote.columns.map((column) =>
      column.id === 'col_sector' ? { ...column, kind: 'number', type: 'number' } : column,
    );
    const refused = {
      code: 'not_resumable',
      message: expect.stringMatching(/montant_brut.*Lancez-en une nouvelle/),
    };
    await expect(resume({ ...NARROW, montant_brut: 'Sector' })).rejects.toMatchObject(refused);
    expect(await deals(bench.database)).toHaveLength(100);
    expect(await bench.database.em().find(SyncLog, {})).toMatchObject([
      { status: 'error', error_message: refused.message, records_processed: 100 },
    ]);
  });
});
