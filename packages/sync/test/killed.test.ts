import type { Dialect } from '@passerelle/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOUNDARIES } from '../src/index.ts';
import { bothSides } from './support/kill/both-sides.ts';
import type { KillPoint } from './support/kill/child.ts';
import { SCENARIOS } from './support/kill/scenarios.ts';
import { openTemplate, type Template } from './support/kill/template.ts';
import { openKillWorld, runAndDie } from './support/kill/world.ts';

/** Runs that die with one process: starting one costs more than what it does until it dies. */
const RUNS_OF_A_PROCESS = 16;

/** Processes at once. */
const AT_ONCE = 2;

/** What a process is killed at: on SQLite everything, on PostgreSQL, whose databases take long to make, each boundary once. */
const KILLED: readonly (readonly [Dialect, readonly string[]])[] = [
  ['sqlite', Object.keys(SCENARIOS)],
  [
    'postgresql',
    [
      'an import',
      'a two-way run with a vendor that does all of it',
      'a two-way run over what either side lost',
    ],
  ],
];

/** Every boundary with every moment: requests have no inside. */
const EVERY_MOMENT = BOUNDARIES.flatMap((boundary, index) => [
  `${boundary} before`,
  ...(index < BOUNDARIES.indexOf('schema') ? [`${boundary} inside`] : []),
  `${boundary} after`,
]);

describe.each(KILLED)('a process on %s that is killed', (dialect, names) => {
  const hit = new Map<string, number>();
  let template: Template;
  beforeAll(async () => {
    template = await openTemplate(dialect);
  });
  afterAll(() => template[Symbol.asyncDispose]());

  /** What the undisturbed run leaves on both sides, and the boundaries it passes. */
  async function undisturbed(name: string) {
    await using world = await openKillWorld(template, name);
    const passed: string[] = [];
    await world.run((boundary, moment) => void passed.push(`${boundary} ${moment}`));
    return { passed, left: await bothSides(world) };
  }

  /** Kills a run in each of as many worlds, at each of its points in turn, and starts it again. */
  async function killed(name: string, kills: readonly (readonly KillPoint[])[]) {
    await using owned = new AsyncDisposableStack();
    const worlds = await Promise.all(kills.map(() => openKillWorld(template, name)));
    for (const world of worlds) owned.use(world);
    const died: (string | null)[][] = kills.map(() => []);
    for (let turn = 0; turn < Math.max(...kills.map(({ length }) => length)); turn += 1) {
      const at = await runAndDie(
        worlds.map((world, index) => ({ world, at: kills[index]?.[turn] ?? AT_FIRST })),
      );
      at.forEach((boundary, index) => void died[index]?.push(boundary));
    }
    for (const boundary of died.flat()) if (boundary) hit.set(boundary, (hit.get(boundary) ?? 0) + 1);
    // Awaited here: the worlds are closed at the end of this block.
    return await Promise.all(
      worlds.map(async (world, index) => {
        await world.restart();
        return { at: died[index], left: await bothSides(world) };
      }),
    );
  }

  function killPoints(name: string, passed: readonly string[]): KillPoint[] {
    if (dialect === 'postgresql') return once(passed);
    return SCENARIOS[name]?.faults.length === 0 ? every(passed) : everyKind(passed);
  }

  test.each(names)(
    'at any boundary of %s leaves, once started again, what it leaves undisturbed',
    async (name) => {
      const { passed, left } = await undisturbed(name);
      const kills = killPoints(name, passed).map((point) => [point]);
      const differences: unknown[] = [];
      const worker = async () => {
        while (kills.length > 0) {
          for (const one of await killed(name, kills.splice(0, RUNS_OF_A_PROCESS))) {
            try {
              expect(one.left).toEqual(left);
            } catch (difference) {
              differences.push({ at: one.at, difference });
            }
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      expect(differences).toEqual([]);
    },
    900_000,
  );

  test('and killed again while it takes its run up, leaves the same', async () => {
    const { left } = await undisturbed('an export');
    const again = ['take-up before', 'take-up inside', 'take-up after', 'settle inside'];
    const kills = again.map((boundary) => [
      { boundary: 'write after', time: 2 },
      { boundary, time: 1 },
    ]);
    for (const one of await killed('an export', kills)) expect(one).toEqual({ at: one.at, left });
  }, 120_000);

  test('was killed before, inside and after every boundary there is', () => {
    console.log(
      `${dialect}: ${EVERY_MOMENT.map((moment) => `${moment} ${hit.get(moment) ?? 0}`).join(', ')}`,
    );
    expect(EVERY_MOMENT.filter((moment) => !hit.has(moment))).toEqual([]);
  });
});

const AT_FIRST: KillPoint = { boundary: 'take-up before', time: 1 };

/** Every boundary as often as it was passed. */
function every(passed: readonly string[]): KillPoint[] {
  return passed.map((boundary, index) => ({
    boundary,
    time: passed.slice(0, index + 1).filter((earlier) => earlier === boundary).length,
  }));
}

/** The first of each boundary. */
function once(passed: readonly string[]): KillPoint[] {
  return every(passed).filter(({ time }) => time === 1);
}

/** The first and the last of each two boundaries that follow one another: a vendor's faults repeat the same steps. */
function everyKind(passed: readonly string[]): KillPoint[] {
  const points = every(passed).map((point, index) => ({
    point,
    step: `${passed[index - 1]} ${passed[index]}`,
  }));
  const steps = [...Map.groupBy(points, ({ step }) => step).values()];
  return [...new Set(steps.flatMap((alike) => [...alike.slice(0, 1), ...alike.slice(-1)]))].map(
    ({ point }) => point,
  );
}
