import { Deal, DealChange, deleteDeal, policiesOf, SyncDeletion, savePolicies } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideDeletions } from '../src/index.ts';
import { type Workbench, workbench } from './support/workbench.ts';

const AT = '2026-11-20T08:00:00.000Z';
const ROWS = 8;

/** On SQLite a world costs milliseconds, on PostgreSQL a database. */
const RUNS = { sqlite: 25, postgresql: 3 } as const;

const place = fc.nat({ max: ROWS - 1 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('remove there' as const), place }),
  fc.record({ kind: fc.constant('remove here' as const), place }),
  fc.record({ kind: fc.constant('put back there' as const), place }),
  fc.record({ kind: fc.constant('edit there' as const), place, notes: fc.constantFrom('là', 'bas') }),
  fc.record({ kind: fc.constant('edit here' as const), place, notes: fc.constantFrom('ici', 'aussi') }),
  fc.record({
    kind: fc.constant('policy' as const),
    deletion: fc.constantFrom('ignore' as const, 'flag' as const, 'archive' as const),
    deletionThreshold: fc.constantFrom(0, 20, 100),
  }),
  fc.record({
    kind: fc.constant('decide' as const),
    decision: fc.constantFrom('archive' as const, 'keep' as const, 'restore' as const),
    state: fc.constantFrom('pending', 'left', 'kept', 'approved', 'archived'),
  }),
  fc.record({ kind: fc.constant('run' as const), way: fc.constantFrom('import', 'export', 'sync') }),
  fc.record({ kind: fc.constant('run' as const), way: fc.constantFrom('import', 'export', 'sync') }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Both sides in step, and every value that was ever typed in the CRM. */
async function world(dialect: Workbench['database']['dialect']) {
  const bench = await workbench(dialect);
  const rows = Array.from({ length: ROWS }, (_, i) =>
    bench.remote.add({ name: `Client ${i}`, amount: 10 + i }),
  );
  await bench.import();
  return { bench, rows, typed: new Set<string>() };
}
type World = Awaited<ReturnType<typeof world>>;

async function act({ bench, rows, typed }: World, one: Step): Promise<void> {
  const { database, remote } = bench;
  const em = database.em();
  const row = 'place' in one ? (rows[one.place] ?? '') : '';
  const id = 'place' in one ? one.place + 1 : 0;
  if (one.kind === 'remove there') await remote.archiveBatch({ externalIds: [row] });
  if (one.kind === 'put back there' && remote.archived.has(row))
    await remote.restoreRecord({ externalId: row });
  if (one.kind === 'edit there') remote.edit(row, { notes: one.notes });
  if (one.kind === 'remove here') {
    await deleteDeal({ em, sql: database.sql }, id, { origin: 'form', runId: null, at: AT });
  }
  if (one.kind === 'edit here' && (await em.count(Deal, { id })) > 0) {
    typed.add(`${id} ${one.notes}`);
    await bench.edit(id, { notes: one.notes });
  }
  if (one.kind === 'policy') {
    const { deletion, deletionThreshold } = one;
    await savePolicies(em, 'memory', { changes: { deletion, deletionThreshold }, now: new Date(AT) });
  }
  if (one.kind === 'decide') {
    const { decision, state } = one;
    await decideDeletions(database, { decision, state, which: {} }, AT);
  }
}

/** Every value that a person typed of a deal is in the deal, or in its history. */
async function expectNothingLost({ bench, typed }: World): Promise<void> {
  const em = bench.database.em();
  const known = new Set<string>();
  for (const { id, notes } of await em.find(Deal, {})) known.add(`${id} ${notes}`);
  for (const { deal_id, changes } of await em.find(DealChange, {})) {
    const { notes }: { notes?: { before: unknown; after: unknown } } = JSON.parse(changes);
    if (notes) for (const value of [notes.before, notes.after]) known.add(`${deal_id} ${value}`);
  }
  expect([...typed].filter((value) => !known.has(value))).toEqual([]);
}

async function runAndCheck(all: World, way: 'import' | 'export' | 'sync'): Promise<void> {
  const { bench } = all;
  const em = bench.database.em();
  const { deletion } = await policiesOf(em, 'memory');
  const listedBefore = new Set(bench.remote.rows.keys());
  const linked = await em.execute<{ deal_id: number; external_id: string }[]>(
    'select l.deal_id, l.external_id from deal_links l join deals d on d.id = l.deal_id',
  );
  const approved = await em.find(SyncDeletion, { state: 'approved' });
  const wanted = new Set(approved.map(({ external_id }) => external_id));
  await bench[way]();
  const deals = new Set((await bench.database.em().find(Deal, {})).map(({ id }) => id));
  for (const { deal_id, external_id } of linked) {
    // A deal whose row the listing showed stays, and so does the row.
    if (listedBefore.has(external_id)) {
      expect([external_id, deals.has(deal_id), bench.remote.rows.has(external_id)]).toEqual([
        external_id,
        true,
        true,
      ]);
    } else if (deletion !== 'archive' || way === 'export') {
      expect([external_id, deals.has(deal_id)]).toEqual([external_id, true]);
    }
  }
  const taken = [...listedBefore].filter((id) => !bench.remote.rows.has(id) && !wanted.has(id));
  if (deletion !== 'archive' || way === 'import') expect(taken).toEqual([]);
  await expectNothingLost(all);
}

describe.each(TEST_DIALECTS)('whatever is removed, edited and decided on both sides (%s)', (dialect) => {
  test('no value is lost, and nothing that a listing showed is archived', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const all = await world(dialect);
        try {
          for (const one of [...steps, { kind: 'run' as const, way: 'sync' }]) {
            if (one.kind === 'run') await runAndCheck(all, one.way as 'import' | 'export' | 'sync');
            else await act(all, one);
          }
        } finally {
          await all.bench.remove();
        }
      }),
      { numRuns: RUNS[dialect] },
    );
  }, 240_000);
});
