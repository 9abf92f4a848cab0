import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MeasuredRun, measureRun } from './runs/measure-run.ts';

/**
 * An import of a whole table, then an export of the same deals of which one in a hundred has changed, at two sizes, each
 * in a process of its own: records per second of each phase, how much longer the whole takes than reading the remote
 * table alone, and the peak of memory, which must not grow with the table. Other sizes: `node bench/runs.ts 1000 20000`.
 * Exits with 1 when a target is missed.
 */
const [small = 10_000, large = 1_000_000] = process.argv.slice(2).map(Number);
const MOST_TIMES_STAGE = 2;
const MOST_MEGABYTES = 300;
/** SQLite's cache of pages, 64 MB, is full at the large size only; the rest is garbage that nobody had to collect yet. */
const MOST_APART = 100;

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
try {
  const [few, many] = [await measure(small), await measure(large)];
  const met = (['import', 'export'] as const).map((direction) => {
    const [one, other] = [few[direction], many[direction]];
    const apart = other.peakMegabytes - one.peakMegabytes;
    console.log(
      `${direction}: peak memory ${one.peakMegabytes} MB of ${small}, ${other.peakMegabytes} MB of ${large} (target < ${MOST_MEGABYTES}, at most ${MOST_APART} apart)`,
    );
    // Of a short run, opening and closing are a large part.
    return (
      timesStage(other) <= MOST_TIMES_STAGE && other.peakMegabytes < MOST_MEGABYTES && apart <= MOST_APART
    );
  });
  if (met.includes(false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Imports a table of so many records into a fresh file, and exports it again. */
async function measure(records: number): Promise<Record<'import' | 'export', MeasuredRun>> {
  const vendor = fork(new URL('./runs/endless-airtable.ts', import.meta.url), [String(records)]);
  try {
    const [apiUrl] = (await once(vendor, 'message')) as [string];
    const file = join(folder, `${records}.db`);
    const measureOne = (direction: 'import' | 'export', written: number) =>
      report(direction, { records, written }, measureRun({ apiUrl, file, direction }));
    return {
      import: measureOne('import', records),
      export: measureOne('export', Math.floor(records / 100)),
    };
  } finally {
    vendor.kill();
  }
}

function report(
  direction: string,
  expected: { records: number; written: number },
  run: MeasuredRun,
): MeasuredRun {
  const { status, processed, written, stageMs, applyMs, wholeMs } = run;
  if (status !== 'success' || processed !== expected.records || written !== expected.written) {
    throw new Error(`${direction}: ${status}, ${processed} processed, ${written} written`);
  }
  const speed = (ms: number) => `${Math.round(processed / (ms / 1000))} records/s`;
  console.log(
    `${direction} of ${processed} records (${written} written): stage ${speed(stageMs)}, apply ${speed(applyMs)}, whole ${(wholeMs / 1000).toFixed(1)} s, ${timesStage(run).toFixed(2)} times the stage alone (target <= ${MOST_TIMES_STAGE})`,
  );
  return run;
}

function timesStage({ wholeMs, stageMs }: MeasuredRun): number {
  return wholeMs / stageMs;
}
