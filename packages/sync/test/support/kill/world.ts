import { type Database, openDatabase, SyncRun } from '@passerelle/database';
import type { AirtableEmulator } from '@passerelle/emulators';
import { type AtBoundary, SyncEngine } from '../../../src/index.ts';
import type { Killing, KillPoint } from './child.ts';
import { dyingProcess } from './dying-process.ts';
import { connectionTo, engineOn } from './engine.ts';
import { runOf } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { serveTable } from './table.ts';
import type { Template } from './template.ts';

/** Both sides of a scenario, ready for its run. */
export interface KillWorld extends AsyncDisposable {
  readonly vendor: AirtableEmulator;
  /** Open while no other process is at work. */
  readonly database: Database;
  /** Runs in this process, to the end. */
  run(atBoundary?: AtBoundary): Promise<void>;
  /** Leaves both sides to a process that dies there. */
  leave(at: KillPoint): Promise<Killing>;
  /** Takes both sides back. */
  takeBack(): Promise<void>;
  /** What a server does when it starts again, and what a person does who finds nothing begun. */
  restart(): Promise<void>;
}

/** Makes both sides of the scenario of that name. */
export async function openKillWorld(template: Template, name: string): Promise<KillWorld> {
  const scenario = SCENARIOS[name];
  if (!scenario) throw new Error(`no scenario ${name}`);
  const { url, remove } = await template.make();
  const vendor = await serveTable(scenario.rows);
  const connection = connectionTo(vendor.url);
  let database = await openDatabase({ url });
  const engine = new SyncEngine({ database });
  await runOf('import')(engine, connection);
  await scenario.prepare({ database, vendor, engine, connection });
  vendor.recorder.clear();
  vendor.faults.add(...scenario.faults);
  const runsBefore = await database.em().count(SyncRun);
  return {
    vendor,
    get database() {
      return database;
    },
    run: async (atBoundary) => void (await scenario.begin(engineOn(database, atBoundary), connection)),
    leave: async (at) => {
      await database.close();
      return { url, apiUrl: vendor.url, scenario: name, at };
    },
    takeBack: async () => {
      database = await openDatabase({ url });
      await letLeaseRunOut(database);
    },
    restart: async () => {
      const again = engineOn(database);
      const left = await again.recover();
      for (const run of left) await (await again.resume(run, connection)).result;
      if ((await database.em().count(SyncRun)) === runsBefore) await scenario.begin(again, connection);
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      await vendor.close();
      await remove();
    },
  };
}

/** Runs each world's run in one process that dies once each stands at its kill point; answers the boundaries. */
export async function runAndDie(kills: readonly { world: KillWorld; at: KillPoint }[]) {
  const died = await dyingProcess(await Promise.all(kills.map(({ world, at }) => world.leave(at))));
  await Promise.all(kills.map(({ world }) => world.takeBack()));
  return died;
}

/** Only its lease tells that a process of another machine is gone, and no test need wait for its end. */
async function letLeaseRunOut({ dialect, em }: Database): Promise<void> {
  if (dialect === 'sqlite') return;
  await em().nativeUpdate(
    SyncRun,
    { active_provider: { $ne: null } },
    { lease_until: '2026-11-22T10:00:00.000Z' },
  );
}
