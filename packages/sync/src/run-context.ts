import type { Connector, RemoteSchema } from '@passerelle/connector';
import type { Database, Policies, TableScope, Work } from '@passerelle/database';
import type { BoundColumn, FieldMapping } from './bind-columns.ts';
import type { RetryPolicy } from './call-vendor.ts';
import type { Tally } from './tally.ts';

/** Which way the deals go: from the provider into the CRM, from the CRM to the provider, or both. */
export type Direction = 'import' | 'export' | 'sync';

/** What a caller asks of the engine. */
export interface RunRequest {
  readonly provider: string;
  readonly direction: Direction;
  readonly connector: Connector;
  readonly mapping: FieldMapping;
  /** Ends the run after the batch under way. */
  readonly signal?: AbortSignal | undefined;
}

/** What every step of a run works with. */
export interface RunContext {
  readonly runId: number;
  readonly database: Database;
  readonly connector: Connector;
  readonly schema: RemoteSchema;
  readonly columns: readonly BoundColumn[];
  readonly scope: TableScope;
  readonly direction: Direction;
  readonly policies: Policies;
  /** What is committed so far; replaced by each transaction that commits. */
  tally: Tally;
  readonly signal: AbortSignal;
  readonly retry: RetryPolicy;
  readonly now: () => Date;
}

/** One piece of work on the run's database, in one transaction. */
export function inTransaction<T>(
  run: Pick<RunContext, 'database'>,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  return run.database.em().transactional((em) => work({ em, sql: run.database.sql }));
}

/** The ids of the run's mapped columns, as connectors take them. */
export function columnIds(run: Pick<RunContext, 'columns'>): string[] {
  return [...new Set(run.columns.map(({ column }) => column.id))];
}
