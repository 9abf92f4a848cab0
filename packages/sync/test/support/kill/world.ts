import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, SyncRun } from '@passerelle/database';
import type { AirtableEmulator, Fault } from '@passerelle/emulators';
import { type AtBoundary, type Direction, SyncEngine } from '../../../src/index.ts';
import { connectionTo, engineOn } from './engine.ts';
import { type Row, serveTable } from './table.ts';

/** A run to be killed: what both sides hold before it, and what goes wrong at the vendor meanwhile. */
export interface Scenario {
  readonly direction: Direction;
  readonly rows: readonly Row[];
  /** What people change on both sides once the rows are imported. */
  change(database: Database, vendor: AirtableEmulator): Promise<void>;
  /** Armed once everything stands. */
  readonly faults: readonly Fault[];
}

/** Both sides of a scenario, ready for its run. */
export interface KillWorld extends AsyncDisposable {
  readonly vendor: AirtableEmulator;
  database: Database;
  /** Runs in this process, to the end. */
  run(atBoundary?: AtBoundary): Promise<void>;
  /** Runs in a process that dies at its boundary number `killAt`; answers that boundary, `''` when it came to its end. */
  runAndDie(killAt: number): Promise<string>;
  /** What a server does when it starts again, and what a person does who finds nothing begun. */
  restart(): Promise<void>;
}

/** Makes fresh databases of the migrated file `template`. */
export async function openKillWorld(template: string, scenario: Scenario): Promise<KillWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-kill-'));
  const file = join(directory, 'killed.db');
  copyFileSync(template, file);
  const url = `sqlite:${file}`;
  const vendor = await serveTable(scenario.rows);
  const { direction } = scenario;
  const connection = connectionTo(vendor.url);
  const request = (way: Direction) => ({ provider: 'airtable', direction: way, ...connection });
  const world: KillWorld = {
    vendor,
    database: await openDatabase({ url }),
    run: async (atBoundary) => {
      await engineOn(world.database, atBoundary).run(request(direction));
    },
    runAndDie: async (killAt) => {
      await world.database.close();
      const boundary = await dyingProcess([url, vendor.url, direction, String(killAt)]);
      world.database = await openDatabase({ url });
      return boundary;
    },
    restart: async () => {
      const engine = engineOn(world.database);
      const left = await engine.recover();
      for (const run of left) await (await engine.resume(run, connection)).result;
      const begun = await world.database.em().count(SyncRun);
      if (begun < 2) await engine.run(request(direction));
    },
    [Symbol.asyncDispose]: async () => {
      await world.database.close();
      await vendor.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await new SyncEngine({ database: world.database }).run(request('import'));
  await scenario.change(world.database, vendor);
  vendor.recorder.clear();
  vendor.faults.add(...scenario.faults);
  return world;
}

async function dyingProcess(parameters: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [new URL('./child.ts', import.meta.url).pathname, ...parameters]);
  let said = '';
  let faults = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    faults += text;
  });
  const [code, signal] = await once(child, 'close');
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the child failed by itself: ${faults}`);
  return said;
}
