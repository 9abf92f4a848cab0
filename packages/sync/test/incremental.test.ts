import { Deal } from '@passerelle/database';
import { openTestDatabase, TEST_DIALECTS } from '@passerelle/database/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RunResult, SyncEngine } from '../src/index.ts';
import { ChangesConnector } from './support/changes-connector.ts';
import { addDeal } from './support/workbench.ts';

const START = Date.parse('2026-11-20T08:00:00.000Z');
const RETRY = { attempts: 2, firstDelayMs: 1, maxDelayMs: 2 };

/** One remote table, imported into two databases: what changed into the one, whole into the other. */
async function twoSides(dialect: (typeof TEST_DIALECTS)[number]) {
  const time = { now: START };
  const now = () => new Date(time.now);
  const remote = new ChangesConnector(now);
  const [changes, whole] = await Promise.all([openTestDatabase(dialect), openTestDatabase(dialect)]);
  const databases = [changes.database, whole.database];
  const engines = databases.map((database) => new SyncEngine({ database, now, retry: RETRY }));
  const run = (index: number, full: boolean): Promise<RunResult> => {
    const engine = engines[index] as SyncEngine;
    return engine.run({ provider: 'memory', direction: 'import', connector: remote, mapping: null, full });
  };
  const dealsOf = async (index: number) => {
    const deals = await (databases[index] as typeof changes.database).em().find(Deal, {});
    return deals
      .map(({ id: _id, created_at: _created, updated_at: _updated, ...deal }) => deal)
      .toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  };
  return {
    time,
    remote,
    databases,
    dealsOf,
    importChanges: () => run(0, false),
    importWhole: () => run(1, true),
    importBothWhole: () => Promise.all([run(0, true), run(1, true)]),
    async [Symbol.asyncDispose]() {
      await changes.remove();
      await whole.remove();
    },
  };
}

const index = fc.nat({ max: 60 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('remote add' as const), amount: fc.constantFrom(100, 250.5, 0, null) }),
  fc.record({
    kind: fc.constant('remote edit' as const),
    index,
    cells: fc.constantFrom<Record<string, string | number | null>>(
      { amount: 999 },
      { amount: null },
      { notes: 'là-bas' },
      { notes: null },
      { status: 'Won' },
      { status: 'Inconnu' },
      { sector: 'Bois' },
    ),
  }),
  fc.record({ kind: fc.constant('remote delete' as const), index }),
  fc.record({
    kind: fc.constant('local edit' as const),
    index,
    values: fc.constantFrom({ notes: 'ici' }, { secteur: 'Fer' }, { notes: null }),
  }),
  fc.record({ kind: fc.constant('local delete' as const), index }),
  fc.record({ kind: fc.constant('local add' as const) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 20, 600) }),
  fc.record({ kind: fc.constant('import' as const) }),
);

describe.each(TEST_DIALECTS)('An import of what changed (%s)', (dialect) => {
  it('gives the deals and the report of a whole one, whatever was edited on both sides', async () => {
    await using sides = await twoSides(dialect);
    const { remote, time, databases } = sides;
    let next = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
        let wasDeleted = false;
        for (const one of [...steps, { kind: 'import' as const }]) {
          time.now += 30_000;
          const ids = [...remote.rows.keys()];
          const id = 'index' in one ? ids[one.index % Math.max(1, ids.length)] : undefined;
          if (one.kind === 'remote add') remote.add({ name: `Client ${next++}`, amount: one.amount });
          if (one.kind === 'remote edit' && id) remote.edit(id, one.cells);
          if (one.kind === 'remote delete' && id) {
            remote.rows.delete(id);
            wasDeleted = true;
          }
          if (one.kind === 'wait') time.now += one.minutes * 60_000;
          if (one.kind === 'local add') {
            const client = `Client local ${next++}`;
            for (const database of databases) await addDeal(database, { client });
          }
          if (one.kind === 'local edit' || one.kind === 'local delete') {
            for (const database of databases) {
              const clients = (await database.em().find(Deal, {})).map(({ client }) => client).toSorted();
              const client = clients[one.index % Math.max(1, clients.length)];
              if (client === undefined) continue;
              if (one.kind === 'local edit') await database.em().nativeUpdate(Deal, { client }, one.values);
              else await database.em().nativeDelete(Deal, { client });
            }
          }
          if (one.kind !== 'import') continue;
          const [changes, whole] = [await sides.importChanges(), await sides.importWhole()];
          expect(await sides.dealsOf(0)).toEqual(await sides.dealsOf(1));
          expect([changes.created, changes.updated]).toEqual([whole.created, whole.updated]);
          // A row deleted there is only missed by a listing of the whole table.
          if (wasDeleted) continue;
          const { processed, unchanged, failed, status } = whole;
          expect(changes).toMatchObject({ processed, unchanged, failed, status });
          expect(changes.errors.toSorted()).toEqual(whole.errors.toSorted());
          expect(changes.unknownStatuses.toSorted()).toEqual(whole.unknownStatuses.toSorted());
        }
        // The next sequence begins on tables that agree on what is gone.
        remote.rows.clear();
        for (const database of databases) await database.em().nativeDelete(Deal, {});
        await sides.importBothWhole();
      }),
      { numRuns: 12 },
    );
    expect(remote.listings.filter((since) => since !== null).length).toBeGreaterThan(10);
  }, 120_000);

  it('lists the whole table when asked, every so many runs, and when an option was renamed', async () => {
    await using sides = await twoSides(dialect);
    const { remote, time } = sides;
    remote.add({ name: 'Forge Lemaire', amount: 100, status: 'Won' });
    await sides.importChanges();
    for (let run = 0; run < 20; run += 1) {
      time.now += 3_600_000;
      await sides.importChanges();
    }
    expect(remote.listings.map((since) => since === null)).toEqual([
      true,
      ...Array<boolean>(19).fill(false),
      true,
    ]);
    remote.listings.length = 0;
    remote.columns = remote.columns.map((column) =>
      column.name === 'Status' ? { ...column, options: [...column.options, 'Nouveau'] } : column,
    );
    await sides.importChanges();
    remote.columns = remote.columns.map((column) =>
      column.name === 'Status'
        ? { ...column, options: column.options.map((name) => (name === 'Won' ? 'Gagné' : name)) }
        : column,
    );
    await sides.importChanges();
    expect(remote.listings.map((since) => since === null)).toEqual([false, true]);
  });

  it('a column whose changes move no row time is never read by changes', async () => {
    await using sides = await twoSides(dialect);
    const { remote } = sides;
    remote.columns = remote.columns.map((column) =>
      column.name === 'Notes' ? { ...column, changesListed: false } : column,
    );
    remote.add({ name: 'Forge Lemaire', amount: 100 });
    await sides.importChanges();
    await sides.importChanges();
    expect(remote.listings).toEqual([null, null]);
  });
});
