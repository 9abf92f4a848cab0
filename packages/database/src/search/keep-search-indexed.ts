import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../open-database.ts';
import { indexNextDeals } from './index-deals.ts';

/** How eagerly the index follows the deals. */
export interface IndexingOptions {
  /** Rest between two steps, for others to have their turn. */
  readonly restMs?: number;
  /** Rest once all is indexed, or after a step that failed. */
  readonly idleMs?: number;
  /** Told of a step that failed; it is tried again. */
  readonly onError?: (error: unknown) => void;
}

/** Follows the deals with the search index until stopped; searches are right meanwhile, only slower. */
export function keepSearchIndexed(
  database: Database,
  { restMs = 5, idleMs = 1_000, onError = () => undefined }: IndexingOptions = {},
): { stop(): Promise<void> } {
  // PostgreSQL looks through the texts themselves.
  if (database.dialect !== 'sqlite') return { stop: async () => undefined };
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const indexed = await indexNextDeals({ em: database.em(), sql: database.sql }).catch((error) => {
        onError(error);
        return 0;
      });
      const rest = indexed > 0 ? restMs : idleMs;
      await wait(rest, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  const done = loop();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
