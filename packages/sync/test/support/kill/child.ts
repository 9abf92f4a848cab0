import { writeSync } from 'node:fs';
import { openDatabase } from '@passerelle/database';
import type { Direction } from '../../../src/index.ts';
import { connectionTo, engineOn } from './engine.ts';

/**
 * A process that takes up the run an earlier one left, else begins one, until it has passed so many boundaries, and then kills itself as a power cut would: nothing is
 * flushed, closed or caught. Writes the name of the boundary it dies at.
 */
const [url = '', apiUrl = '', direction = '', killAt = ''] = process.argv.slice(2);
const database = await openDatabase({ url });
let passed = 0;
const engine = engineOn(database, async (boundary, moment) => {
  passed += 1;
  if (passed < Number(killAt)) return;
  writeSync(1, `${boundary} ${moment}`);
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
});
const connection = connectionTo(apiUrl);
const left = await engine.recover();
for (const run of left) await (await engine.resume(run, connection)).result;
if (left.length === 0) {
  await engine.run({ provider: 'airtable', direction: direction as Direction, ...connection });
}
await database.close();
