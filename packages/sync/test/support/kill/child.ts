import { writeSync } from 'node:fs';
import { openDatabase } from '@passerelle/database';
import { connectionTo, engineOn } from './engine.ts';
import { SCENARIOS } from './scenarios.ts';

/** One run to kill: on which world, and after how many boundaries. */
export interface Killing {
  readonly url: string;
  readonly apiUrl: string;
  readonly scenario: string;
  readonly killAt: number;
}

/**
 * A process that takes up the run an earlier one left in each of its worlds, else begins one. Each run goes no further
 * than its boundary; once all stand there, the process kills itself as a power cut would: nothing is flushed, closed
 * or caught. Writes the boundaries it dies at, `null` for a run that came to its end.
 */
const killings: Killing[] = JSON.parse(process.argv[2] ?? '[]');
const forever = new Promise<never>(() => {});
const died = await Promise.all(killings.map(runUntilKilled));
writeSync(1, JSON.stringify(died));
process.kill(process.pid, 'SIGKILL');
await forever;

async function runUntilKilled({ url, apiUrl, scenario, killAt }: Killing): Promise<string | null> {
  const database = await openDatabase({ url });
  const reached = Promise.withResolvers<string>();
  let passed = 0;
  const engine = engineOn(database, async (boundary, moment) => {
    passed += 1;
    if (passed < killAt) return;
    reached.resolve(`${boundary} ${moment}`);
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
