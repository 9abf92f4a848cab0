import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@passerelle/database';
import { type AirtableEmulator, airtableFaults } from '@passerelle/emulators';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOUNDARIES } from '../src/index.ts';
import { TABLE } from './support/kill/address.ts';
import { bothSides } from './support/kill/both-sides.ts';
import { TOO_MANY } from './support/kill/table.ts';
import { openKillWorld, type Scenario } from './support/kill/world.ts';
import { addDeal } from './support/workbench.ts';

const LISTING = { method: 'GET', path: '/Deals|/tbl' };
const CREATE = { method: 'POST' };
const UPDATE = { method: 'PATCH' };

/** Kills at once: children are processes of their own. */
const AT_ONCE = 2;

const rows = Array.from({ length: 20 }, (_, index) => ({
  Name: `Client ${index}`,
  Status: index % 3 === 0 ? 'Won' : index % 3 === 1 ? 'prospect' : 'À rappeler',
  Amount: 1000 + index,
}));

/** What people do on both sides between the first import and the run. */
async function changeBothSides(database: Database, vendor: AirtableEmulator): Promise<void> {
  const table = vendor.state.table(TABLE.tableName);
  const ids = table.records().map(({ id }) => id);
  for (const id of ids.slice(0, 5)) table.patchRecord(id, { Notes: 'Rappeler lundi' });
  table.addRecords(
    Array.from({ length: 6 }, (_, index) => ({ Name: `Nouveau ${index}`, Amount: 50 + index })),
  );
  table.addRecord({ Name: 'Sans montant' });
  await database.em().getConnection().execute('update deals set montant_brut = 7 where id > 13');
  for (let index = 0; index < 11; index += 1)
    await addDeal(database, { client: `Saisi ${index}`, montant_brut: 10 + index });
  for (const notes of ['un', 'deux']) await addDeal(database, { client: 'Jumeaux', notes });
}

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  import: { direction: 'import', rows, change: changeBothSides, faults: [] },
  'import from a vendor that limits, fails and forgets its cursor': {
    direction: 'import',
    rows,
    change: changeBothSides,
    faults: [
      { ...TOO_MANY, match: LISTING },
      airtableFaults.retriable({ match: LISTING, after: 1, retryAfterSeconds: 0 }),
      airtableFaults.iteratorLost({ match: LISTING, after: 2 }),
    ],
  },
  export: { direction: 'export', rows, change: changeBothSides, faults: [] },
  'export to a vendor that commits and drops, commits and fails, and limits': {
    direction: 'export',
    rows,
    change: changeBothSides,
    faults: [
      { ...TOO_MANY, match: CREATE },
      airtableFaults.droppedAfterCommit({ match: CREATE }),
      { ...airtableFaults.serverErrorAfterCommit({ match: CREATE, after: 1 }), status: 503 },
      airtableFaults.dropped({ match: UPDATE }),
      airtableFaults.serverErrorAfterCommit({ match: UPDATE }),
    ],
  },
};

const directory = mkdtempSync(join(tmpdir(), 'passerelle-killed-'));
const template = join(directory, 'template.db');
beforeAll(async () => {
  const database = await openDatabase({ url: `sqlite:${template}` });
  await database.migrate();
  await database.close();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** What the undisturbed run leaves on both sides, and the boundaries it passes. */
async function undisturbed(scenario: Scenario) {
  await using world = await openKillWorld(template, scenario);
  const passed: string[] = [];
  await world.run((boundary, moment) => void passed.push(`${boundary} ${moment}`));
  return { passed, left: await bothSides(world.database, world.vendor) };
}

async function killedAt(scenario: Scenario, killAt: number) {
  await using world = await openKillWorld(template, scenario);
  const boundary = await world.runAndDie(killAt);
  await world.restart();
  return { boundary, left: await bothSides(world.database, world.vendor) };
}

/** The number of every boundary that was passed. */
const every = (passed: readonly string[]) => passed.map((_, index) => index + 1);

/** The first and the last of each two boundaries that follow one another: a vendor's faults repeat the same steps. */
function everyKind(passed: readonly string[]): number[] {
  const steps = Map.groupBy(every(passed), (number) => `${passed[number - 2]} ${passed[number - 1]}`);
  const kills = [...steps.values()].flatMap((numbers) => [numbers[0] ?? 1, numbers.at(-1) ?? 1]);
  return [...new Set(kills)].toSorted((one, other) => one - other);
}

describe('a process that is killed', () => {
  const hit = new Set<string>();

  test.each(Object.entries(SCENARIOS))(
    'at any boundary of an %s leaves, once started again, what it leaves undisturbed',
    async (_, scenario) => {
      const { passed, left } = await undisturbed(scenario);
      const kills = scenario.faults.length === 0 ? every(passed) : everyKind(passed);
      const differences: unknown[] = [];
      const worker = async () => {
        for (let killAt = kills.shift(); killAt !== undefined; killAt = kills.shift()) {
          const killed = await killedAt(scenario, killAt);
          hit.add(killed.boundary);
          try {
            expect(killed.left).toEqual(left);
          } catch (difference) {
            differences.push({ killAt, boundary: killed.boundary, difference });
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      expect(differences).toEqual([]);
    },
    900_000,
  );

  test('and killed again while it takes its run up, leaves the same', async () => {
    const scenario = { direction: 'export', rows, change: changeBothSides, faults: [] } as const;
    const { left } = await undisturbed(scenario);
    for (const killAgainAt of [1, 2, 3, 30]) {
      await using world = await openKillWorld(template, scenario);
      await world.runAndDie(60);
      hit.add(await world.runAndDie(killAgainAt));
      await world.restart();
      expect(await bothSides(world.database, world.vendor)).toEqual(left);
    }
  }, 120_000);

  test('was killed before, inside and after every boundary there is', () => {
    const transactions = BOUNDARIES.slice(0, BOUNDARIES.indexOf('schema'));
    const expected = BOUNDARIES.flatMap((boundary) => [
      `${boundary} before`,
      ...(transactions.includes(boundary) ? [`${boundary} inside`] : []),
      `${boundary} after`,
    ]);
    expect(expected.filter((boundary) => !hit.has(boundary))).toEqual([]);
  });
});
