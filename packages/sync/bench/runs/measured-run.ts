import { RateLimiterPool } from '@passerelle/connector';
import { airtable } from '@passerelle/connector-airtable';
import { openDatabase } from '@passerelle/database';
import { SyncEngine } from '../../src/index.ts';
import type { MeasuredRun } from './measure-run.ts';

/** Runs one import or export on a SQLite file, alone in its process, and prints how it went as JSON. */
const [, , apiUrl = '', file = '', direction = ''] = process.argv;

/** One deal in so many has changed since both sides agreed. */
const CHANGED_ONE_IN = 100;

const begun: number[] = [];
const database = await openDatabase({ url: `sqlite:${file}` });
await database.migrate();
if (direction === 'export') {
  await database
    .em()
    .execute('update deals set notes = ? where id % ? = 0', ['Rappelée.', CHANGED_ONE_IN], 'run');
}
const engine = new SyncEngine({
  database,
  atBoundary: (boundary, moment) => {
    if (boundary === 'begin-phase' && moment === 'before') begun.push(performance.now());
  },
});
const connector = airtable.connect({
  apiUrl,
  token: 'bench',
  baseId: 'appBench000000001',
  tableName: 'Deals',
  fetch,
  limiters: new RateLimiterPool({ enforced: false }),
});
const from = performance.now();
const { status, processed, created, updated } = await engine.run({
  provider: 'airtable',
  direction: direction === 'export' ? 'export' : 'import',
  connector,
  mapping: null,
});
const to = performance.now();
await database.close();
const [stage = Number.NaN, apply = Number.NaN] = begun;
const measured: MeasuredRun = {
  status,
  processed,
  written: created + updated,
  stageMs: apply - stage,
  applyMs: to - apply,
  wholeMs: to - from,
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1000),
};
console.log(JSON.stringify(measured));
