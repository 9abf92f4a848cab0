import { writeSync } from 'node:fs';
import { openDatabase } from '@passerelle/database';
import { connectionTo, engineOn } from './engine.ts';
import { SCENARIOS } from './scenarios.ts';

/** Where a run is killed: at a boundary, such as `plan inside`, when it is passed that often. */
export interface KillPoint {
  readonly boundary: string;
  readonly time: number;
}

/** One run to kill. */
export interface Killing {
  readonly url: string;
  readonly apiUrl: string;
  readonly scenario: string;
  readonly at: KillPoint;
}

/**
 * A process that takes up the run an earlier one left in each of its worlds, else begins one. Each run goes no further
 * than its kill point; once all stand there, the process kills itself as a power cut would: nothing is flushed, closed
 * or caught. Writes the boundaries it dies at, `null` for a run that came to its end.
 */
const killings: Killing[] = JSON.parse(process.argv[2] ?? '[]');
const forever = new Promise<never>(() => {});
const died = await Promise.all(killings.map(runUntilKilled));
writeSync(1, JSON.stringify(died));
process.kill(process.pid, 'SIGKILL');
await forever;

async function runUntilKilled({ url, apiUrl, scenario, at }: Killing): Promise<string | null> {
  const database = await openDatabase({ url });
  const reached = Promise.withResolvers<string>();
  let passed = 0;
  const engine = engineOn(database, async (boundary, moment) => {
    // Steps that overlap with the one that was reached stand still as well.
    if (passed < at.time && `${boundary} ${moment}` === at.boundary) passed += 1;
    if (passed < at.time) return;
    reached.resolve(at.boundary);
    await forever;
  });
  const connection = connectionTo(apiUrl);
  const toTheEnd = async () => {
    const left = await engine.recover();
    for (const run of left) await (await engine.resume(run, connection)).result;
    if (left.length === 0) await SCENARIOS[scenario]?.begin(engine, connection);
    return null;
  };
  return Promise.race([reached.promise, toTheEnd()]);
}
