import {
  type Database,
  openDatabase,
  type PlanRow,
  type Policies,
  planRowsAfter,
  RunOutcome,
  savePolicies,
} from '@passerelle/database';
import { expectEveryRecordToldOnce } from '@passerelle/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Direction, SyncEngine } from '../src/index.ts';
import { MemoryConnector } from './support/memory-connector.ts';
import { addDeal, deals } from './support/workbench.ts';

const RECORDS = 4;
const CASES = { numRuns: 25 };
const FIELDS = { notes: 'notes', secteur: 'sector' } as const;
const TABLES = ['sync_conflicts', 'deal_changes', 'deal_origins', 'deal_links', 'deals', 'run_outcomes'];
const MORE_TABLES = [
  'pending_writes',
  'staged_records',
  'plan_records',
  'sync_plans',
  'sync_runs',
  'sync_logs',
];

const edit = fc.record({
  on: fc.constantFrom('local' as const, 'remote' as const),
  record: fc.nat(RECORDS - 1),
  field: fc.constantFrom('notes' as const, 'secteur' as const),
  isEmptied: fc.boolean(),
});
const rounds = fc.array(fc.array(edit, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
const policy = fc.constantFrom<Policies['conflict']>('remote', 'local', 'newest');
const direction = fc.constantFrom<Direction>('import', 'export', 'sync');

describe('the engine, whatever people do on both sides', () => {
  let database: Database;
  let remote: MemoryConnector;
  let engine: SyncEngine;
  let typed: number;

  beforeAll(async () => {
    // In memory: nothing here has to survive a power cut.
    database = await openDatabase({ url: 'sqlite::memory:' });
    await database.migrate();
    engine = new SyncEngine({ database });
  });
  afterAll(() => database.close());
  beforeEach(() => {
    typed = 0;
  });

  const execute = (sql: string, values: unknown[] = []) => database.em().execute(sql, values);
  const request = (way: Direction) =>
    ({ provider: 'memory', direction: way, connector: remote, mapping: null }) as const;

  /** Two sides that agree on so many records. */
  async function agreed(kept: Policies['conflict']): Promise<void> {
    for (const table of [...TABLES, ...MORE_TABLES, 'connector_policies'])
      await execute(`delete from ${table}`);
    await savePolicies(database.em(), 'memory', { changes: { conflict: kept }, now: new Date() });
    remote = new MemoryConnector({ pageSize: 3, maxWriteBatch: 2 });
    for (let index = 0; index < RECORDS; index += 1) remote.add({ name: `Client ${index}`, amount: 10 });
    await engine.run(request('sync'));
  }

  /** Makes the edits; answers what stands in each cell that was edited, emptied ones left out. */
  async function make(edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[]) {
    const standing = new Map<string, string>();
    for (const { on, record, field, isEmptied } of edits) {
      typed += 1;
      const value = isEmptied ? null : `tapé-${typed}.`;
      const client = `Client ${record}`;
      if (on === 'local') {
        const now = new Date().toISOString();
        await execute(`update deals set ${field} = ?, updated_at = ? where client = ?`, [value, now, client]);
      } else {
        const row = [...remote.rows.values()].find(({ cells }) => cells.col_name === client);
        remote.edit(row?.externalId ?? '', { [FIELDS[field]]: value });
      }
      const cell = `${on} ${record} ${field}`;
      if (value === null) standing.delete(cell);
      else standing.set(cell, value);
    }
    return [...standing.values()];
  }

  async function bothSides() {
    const here = (await deals(database)).map(({ client, notes, secteur }) => [client, notes, secteur]);
    const there = [...remote.rows.values()].map(({ cells }) => [
      cells.col_name,
      cells.col_notes ?? null,
      cells.col_sector ?? null,
    ]);
    return {
      here: here.map((one) => JSON.stringify(one)).toSorted(),
      there: there.map((one) => JSON.stringify(one)).toSorted(),
    };
  }

  async function everythingKept(): Promise<string> {
    const stored = [
      await execute('select changes from deal_changes'),
      await execute('select changes from run_outcomes'),
      await execute('select * from sync_conflicts'),
    ];
    return JSON.stringify([stored, await bothSides()]);
  }

  test('brings both sides to the same, does nothing a second time, and loses no value that a person typed', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, policy, async (made, kept) => {
        await agreed(kept);
        const all: string[] = [];
        for (const edits of made) {
          all.push(...(await make(edits)));
          await engine.run(request('sync'));
        }
        const { here, there } = await bothSides();
        expect(here).toEqual(there);
        remote.writes.length = 0;
        expect(await engine.run(request('sync'))).toMatchObject({ unchanged: RECORDS, updated: 0 });
        expect(remote.writes).toEqual([]);
        const stored = await everythingKept();
        expect(all.filter((value) => !stored.includes(value))).toEqual([]);
        await expectEveryRecordToldOnce(database);
      }),
      CASES,
    );
  }, 120_000);

  test('applies a plan record for record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 10 }), policy, direction, async (edits, kept, way) => {
        await agreed(kept);
        await make(edits);
        remote.add({ name: 'Nouveau', amount: 5 });
        remote.add({ name: 'Sans montant' });
        await addDeal(database, { client: 'Saisi' });
        const planId = await engine.preview(request(way));
        const work = { em: database.em(), sql: database.sql };
        const plan = await planRowsAfter(work, planId, { after: 0, limit: 100 });
        const { runId } = await engine.run({ ...request(way), planId });
        const outcomes = await database.em().find(RunOutcome, { run_id: runId });
        const became = plan.map((row) => outcomes.find((one) => isOf(row, one))?.outcome);
        expect(became).toEqual(plan.map(expectedOutcome));
        expect(outcomes).toHaveLength(plan.length);
      }),
      CASES,
    );
  }, 120_000);
});

function isOf(row: PlanRow, { external_id, deal_id }: RunOutcome): boolean {
  return row.externalId === null ? deal_id === row.dealId : external_id === row.externalId;
}

function expectedOutcome({ kind, changes }: PlanRow): string {
  if (kind === 'create') return 'created';
  if (kind === 'refused') return 'failed';
  return changes.length > 0 ? 'updated' : 'unchanged';
}
