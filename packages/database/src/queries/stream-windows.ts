import { setImmediate as turn } from 'node:timers/promises';
import { type IdWindow, statement } from '../statement.ts';
import { selectRow } from './select-rows.ts';
import type { Work } from './work.ts';

/** Ids looked at in one step at most. */
const WIDEST_STEP = 100_000;

/** What a step should take: on SQLite nothing else in the process runs meanwhile. */
const SHORT_STEP_MS = 15;
const LONG_STEP_MS = 30;

/** What a step found: how many deals, and the id of the last one. */
export interface Step {
  readonly count: number;
  readonly last: number | null;
}

/** Walks the deals behind the id `after` in windows of ids, at most `batch` deals a step; empty steps are passed over. */
export async function* streamWindows<Found extends Step>(
  work: Work,
  { after, batch }: { after: number; batch: number },
  read: (window: IdWindow) => Promise<Found>,
): AsyncGenerator<Found> {
  const { last } = await selectRow<{ last: number | null }>(
    work,
    statement`select max(id) as last from deals`,
  );
  let width = batch;
  for (let from = after; last !== null && from < last; ) {
    const window = { after: from, through: Math.min(from + width, last) };
    // Others have their turn: on SQLite a step waits for nothing.
    await turn();
    const started = performance.now();
    const found = await read(window);
    const tookMs = performance.now() - started;
    if (found.count > 0) yield found;
    from = found.count === batch ? (found.last ?? last) : window.through;
    width = nextWidth(width, { tookMs, fill: found.count / batch });
    if (found.count === 0) from = (await idBefore(work, from)) ?? last;
  }
}

/** Wide where few deals match and finding them is quick. */
function nextWidth(width: number, { tookMs, fill }: { tookMs: number; fill: number }): number {
  if (tookMs > LONG_STEP_MS) return Math.max(1, Math.floor(width / 2));
  return tookMs < SHORT_STEP_MS && fill < 0.5 ? Math.min(width * 2, WIDEST_STEP) : width;
}

/** The id to go on behind, past a gap that may be wide. */
async function idBefore(work: Work, from: number): Promise<number | null> {
  const { next } = await selectRow<{ next: number | null }>(
    work,
    statement`select min(id) as next from deals where id > ${from}`,
  );
  return next === null ? null : next - 1;
}
