import { setTimeout as sleep } from 'node:timers/promises';
import type { RunEvent, RunEventsInput } from '@passerelle/contracts';
import type { RunRow } from '@passerelle/database';
import { runAnswer } from './run-answer.ts';

/** Between two looks at a run: it may be in another process, so its row is where to look. */
const LOOK_EVERY_MS = 250;

/**
 * The run as it is, then each time it has moved, until it has ended or nobody listens. Behind `lastEventId` only what
 * is new is told; a run that has ended since is told once.
 */
export async function* watchRun(
  parts: { readonly now: () => Date; find(id: number): Promise<RunRow> },
  { id, lastEventId }: RunEventsInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<RunEvent> {
  for (let seen = lastEventId === undefined ? -1 : Number(lastEventId); !signal?.aborted; ) {
    const row = await parts.find(id);
    if (row.version > seen) {
      seen = row.version;
      yield { eventId: String(seen), run: runAnswer(row, parts.now()) };
    }
    if (row.active_provider === null) return;
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
