import { execFileSync } from 'node:child_process';

/** How a run went in a process of its own. */
export interface MeasuredRun {
  readonly status: string;
  readonly processed: number;
  /** Records that it created or changed. */
  readonly written: number;
  readonly stageMs: number;
  readonly applyMs: number;
  readonly wholeMs: number;
  readonly peakMegabytes: number;
}

/** As `npm start` runs the server. */
const NODE_FLAGS = ['--max-semi-space-size=8', '--memory-saver-mode'];

/** Runs an import or export of the table at `apiUrl` on the SQLite file. */
export function measureRun(run: {
  apiUrl: string;
  file: string;
  direction: 'import' | 'export';
}): MeasuredRun {
  const script = new URL('./measured-run.ts', import.meta.url).pathname;
  const output = execFileSync(
    process.execPath,
    [...NODE_FLAGS, script, run.apiUrl, run.file, run.direction],
    {
      encoding: 'utf8',
    },
  );
  return JSON.parse(output);
}
