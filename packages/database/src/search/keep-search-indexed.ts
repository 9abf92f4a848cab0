import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../open-database.ts';
import { indexNextDeals, queueLatecomers } from './index-deals.ts';

/** How eagerly the index follows the deals. */
export interface IndexingOptions {
  /** Rest between two steps, for others to have their turn. */
  readonly restMs?: number;
  /** Rest once all is indexed, or after a step that failed; also the longest that busy others keep a step waiting. */
  readonly idleMs?: number;
  /** Told of a step that failed; it is tried again. */
  readonly onError?: (error: unknown) => void;
}

/** Part of a rest in which the process had something to do, above which it is left alone. */
const BUSY = 0.5;

/**
 * Follows the deals with the search index until stopped, while the process has nothing better to do. Searches are right
 * meanwhile, only slower.
 */
export function keepSearchIndexed(
  database: Database,
  { restMs = 10, idleMs = 1_000, onError = () => undefined }: IndexingOptions = {},
): { stop(): Promise<void> } {
  // PostgreSQL looks through the texts themselves.
  if (database.dialect !== 'sqlite') return { stop: async () => undefined };
  const stopping = new AbortController();
  const rest = (ms: number) =>
    wait(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);

  /** Rests, and longer while others are at work. */
  const restAmong = async () => {
    for (let rested = 0; rested < idleMs && !stopping.signal.aborted; rested += restMs) {
      const before = performance.eventLoopUtilization();
      await rest(restMs);
      if (performance.eventLoopUtilization(before).utilization < BUSY) return;
    }
  };
  const work = () => ({ em: database.em(), sql: database.sql });
  const follow = async () => {
    await queueLatecomers(work()).catch(onError);
    while (!stopping.signal.aborted) {
      const indexed = await indexNextDeals(work()).catch((error) => {
        onError(error);
        return 0;
      });
      await (indexed > 0 ? restAmong() : rest(idleMs));
    }
  };
  const following = follow();
  return {
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
}
