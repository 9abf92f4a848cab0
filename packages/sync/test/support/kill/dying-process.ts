import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Killing } from './child.ts';

/** Children begin a third sooner when the code they load is compiled once for all of them. */
const COMPILED = join(tmpdir(), 'passerelle-kill-compiled');

/** Runs these in one process, which dies once each stands at its kill point; answers the boundaries. */
export async function dyingProcess(killings: readonly Killing[]): Promise<(string | null)[]> {
  const program = new URL('./child.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, JSON.stringify(killings)], {
    env: { NODE_COMPILE_CACHE: COMPILED },
  });
  let said = '';
  let faults = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    faults += text;
  });
  const [, signal] = await once(child, 'close');
  if (signal !== 'SIGKILL' || said === '') throw new Error(`the child failed by itself: ${faults}`);
  return JSON.parse(said);
}
