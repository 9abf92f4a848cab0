import { RateLimiterPool } from '@passerelle/connector';
import { airtable } from '@passerelle/connector-airtable';
import { type Database, Deal } from '@passerelle/database';
import { openTestDatabase } from '@passerelle/database/testing';
import { FakeClock, startAirtableEmulator } from '@passerelle/emulators';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { SyncEngine } from '../src/index.ts';

const TOKEN = 'patChangesToken01.0123456789abcdef';
const BASE_ID = 'appChanges0000001';
const MINUTE_MS = 60_000;

/** One emulated table under one clock, imported into two databases: what changed into the one, whole into the other. */
async function twoSides() {
  const clock = new FakeClock('2026-11-20T08:00:00.000Z');
  const emulator = await startAirtableEmulator({
    clock,
    limits: 'off',
    tokens: { [TOKEN]: { bases: 'all' } },
    bases: [
      {
        id: BASE_ID,
        tables: [
          {
            name: 'Deals',
            fields: [
              { name: 'Name', type: 'singleLineText' },
              { name: 'Status', type: 'singleSelect', choices: ['prospect', 'Won', 'À rappeler'] },
              { name: 'Amount', type: 'number', options: { precision: 2 } },
              { name: 'Notes', type: 'multilineText' },
            ],
          },
        ],
      },
    ],
  });
  const opened = [await openTestDatabase('sqlite'), await openTestDatabase('sqlite')];
  const run = (database: Database, full: boolean) => {
    const engine = new SyncEngine({ database, now: () => new Date(clock.now()) });
    const connector = airtable.connect({
      apiUrl: emulator.url,
      token: TOKEN,
      baseId: BASE_ID,
      tableName: 'Deals',
      fetch: globalThis.fetch,
      limiters: new RateLimiterPool({ enforced: false }),
    });
    return engine.run({ provider: 'airtable', direction: 'import', connector, mapping: null, full });
  };
  const databases = opened.map(({ database }) => database);
  return {
    clock,
    emulator,
    table: emulator.state.table('Deals'),
    databases,
    import: (full: (index: number) => boolean) =>
      Promise.all(databases.map((database, index) => run(database, full(index)))),
    async [Symbol.asyncDispose]() {
      for (const { remove } of opened) await remove();
      await emulator.close();
    },
  };
}

async function dealsOf(database: Database) {
  const deals = await database.em().find(Deal, {});
  return deals
    .map(({ client, statut, montant_brut, notes }) => JSON.stringify([client, statut, montant_brut, notes]))
    .toSorted();
}

const place = fc.nat({ max: 40 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), Amount: fc.constantFrom(100, 0, 12.5) }),
  fc.record({
    kind: fc.constant('edit' as const),
    place,
    cells: fc.constantFrom<Record<string, string | number | null>>(
      { Amount: 999 },
      { Amount: null },
      { Notes: 'là-bas' },
      { Notes: null },
      { Status: 'Won' },
      { Status: 'À rappeler' },
    ),
  }),
  fc.record({ kind: fc.constant('remove' as const), place }),
  fc.record({
    kind: fc.constant('local edit' as const),
    place,
    values: fc.constantFrom({ notes: 'ici' }, { notes: null }, { statut: 'qualifié' }),
  }),
  fc.record({ kind: fc.constant('local remove' as const), place }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 7, 60) }),
  fc.record({ kind: fc.constant('import' as const) }),
);

it('gives the deals of a whole import against an emulated vendor, whatever was edited on both sides', async () => {
  await using sides = await twoSides();
  const { clock, table, databases } = sides;
  let next = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const one of [...steps, { kind: 'import' as const }]) {
        clock.advance(17_000);
        const records = table.records();
        const record = 'place' in one ? records[one.place % Math.max(1, records.length)] : undefined;
        if (one.kind === 'add') {
          table.addRecord({ Name: `Client ${next++}`, Status: 'prospect', Amount: one.Amount });
        }
        if (one.kind === 'edit' && record) table.patchRecord(record.id, one.cells);
        if (one.kind === 'remove' && record) table.deleteRecord(record.id);
        if (one.kind === 'wait') clock.advance(one.minutes * MINUTE_MS);
        if (one.kind === 'local edit' || one.kind === 'local remove') {
          for (const database of databases) {
            const clients = (await database.em().find(Deal, {})).map(({ client }) => client).toSorted();
            const client = clients[one.place % Math.max(1, clients.length)];
            if (client === undefined) continue;
            if (one.kind === 'local edit') await database.em().nativeUpdate(Deal, { client }, one.values);
            else await database.em().nativeDelete(Deal, { client });
          }
        }
        if (one.kind !== 'import') continue;
        const [changes, whole] = await sides.import((index) => index === 1);
        const [ours = [], theirs] = await Promise.all(databases.map(dealsOf));
        expect(ours).toEqual(theirs);
        expect([changes?.created, changes?.updated]).toEqual([whole?.created, whole?.updated]);
      }
    }),
    { numRuns: 15 },
  );
  const asked = sides.emulator.requests.filter(
    ({ path }) => path.endsWith('/Deals') || /\/tbl\w+$/.test(path),
  );
  expect(asked.filter(({ query }) => 'filterByFormula' in query).length).toBeGreaterThan(15);
}, 120_000);
