import type { Connector, RemoteSchema } from '@passerelle/connector';
import {
  type Database,
  holdsRun,
  type Policies,
  type RunHold,
  type TableScope,
  type Work,
} from '@passerelle/database';
import type { BoundColumn, FieldMapping } from './bind-columns.ts';
import type { AtBoundary, Boundary } from './boundaries.ts';
import type { RetryPolicy } from './call-vendor.ts';
import { SyncError } from './errors.ts';
import type { TellWait } from './run-wait.ts';
import type { SavedRun } from './saved-run.ts';
import type { Tally } from './tally.ts';

/** Which way the deals go: from the provider into the CRM, from the CRM to the provider, or both. */
export type Direction = 'import' | 'export' | 'sync';

/** What a run does: one of these, or takes an earlier run back. */
export type RunKind = Direction | 'undo';

/** What becomes of a run whose process dies: taken up where it stood at the next start, or closed with what was done. */
export type OnInterruption = 'resume' | 'close';

/** Who keeps what a run sends to its vendor and what comes back. */
export interface RunTrail {
  /** The run that all of it belongs to from now on. */
  begin(runId: number): void;
  /** Resolves once everything is kept that could be. */
  end(): Promise<void>;
}

/** The connection a run works on. */
export interface RunConnection {
  readonly connector: Connector;
  readonly mapping: FieldMapping;
  /** Whether an import reads the whole table even where what changed would do. */
  readonly full?: boolean | undefined;
  readonly trail?: RunTrail | undefined;
}

/** What a caller asks of the engine. */
export interface RunRequest extends RunConnection {
  readonly provider: string;
  readonly direction: Direction;
  /** `resume` when absent. */
  readonly onInterruption?: OnInterruption | undefined;
  /** The plan to apply: what is not as planned is not done. */
  readonly planId?: number | undefined;
  /** Done in the transaction that opens the run; when it throws, the run never was. */
  readonly alongside?: Alongside | undefined;
}

/** What a caller stores together with the run that it asks for. */
export type Alongside = (work: Work, runId: number) => Promise<void>;

/** Records per transaction, or per decision: large enough to be fast, small enough that others get their turn. */
export interface BatchSizes {
  readonly importRows: number;
  readonly exportDeals: number;
}

/** What every step of a run works with. */
export interface RunContext {
  readonly runId: number;
  /** What every transaction of the run is checked against; `null` for a preview, which is no run. */
  readonly hold: RunHold | null;
  readonly database: Database;
  readonly connector: Connector;
  readonly schema: RemoteSchema;
  readonly columns: readonly BoundColumn[];
  readonly scope: TableScope;
  readonly direction: Direction;
  readonly policies: Policies;
  /** Whether the whole table is to be read, whatever is known of it. */
  readonly full: boolean;
  /** The plan it applies, and nothing else; `null` for a run without one. */
  readonly planId: number | null;
  /** The deals it is about on its way out; `null`: all of them. */
  readonly onlyDeals: readonly number[] | null;
  /** Where the run stood when it was taken up; a fresh one stands at the beginning. */
  readonly saved: SavedRun;
  /** What is committed so far; replaced by each transaction that commits. */
  tally: Tally;
  readonly signal: AbortSignal;
  readonly retry: RetryPolicy;
  readonly batches: BatchSizes;
  readonly now: () => Date;
  readonly atBoundary?: AtBoundary | undefined;
  readonly tellWait?: TellWait | undefined;
}

/** What a transaction needs of a run: without `hold` it is nobody's run. */
export type TransactionParts = Pick<RunContext, 'database'> &
  Partial<Pick<RunContext, 'hold' | 'atBoundary'>>;

/**
 * One piece of work on the run's database, in one transaction. Begins by making sure that the run is still ours: one
 * that lost its lease to another process throws `SyncError` `run_lost` and has changed nothing.
 */
export async function inTransaction<T>(
  run: TransactionParts,
  boundary: Boundary,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  await run.atBoundary?.(boundary, 'before');
  const result = await run.database.em().transactional(async (em) => {
    const held = { em, sql: run.database.sql };
    if (run.hold && !(await holdsRun(held, run.hold))) throw lost(run.hold.runId);
    const done = await work(held);
    await run.atBoundary?.(boundary, 'inside');
    return done;
  });
  await run.atBoundary?.(boundary, 'after');
  return result;
}

function lost(runId: number): SyncError {
  return new SyncError(
    'run_lost',
    'Un autre processus a repris cette synchronisation : celui-ci, resté trop longtemps sans répondre, s’en retire sans rien écrire.',
    { runId },
  );
}

/** The ids of the run's mapped columns, as connectors take them. */
export function columnIds(run: Pick<RunContext, 'columns'>): string[] {
  return [...new Set(run.columns.map(({ column }) => column.id))];
}
