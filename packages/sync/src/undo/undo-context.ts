import type { RunContext } from '../run-context.ts';
import type { UndoneRun } from './undone-run.ts';

/** What every step of an undo works with. */
export interface UndoContext
  extends Pick<
    RunContext,
    'runId' | 'hold' | 'database' | 'signal' | 'batches' | 'now' | 'atBoundary' | 'planId' | 'scope'
  > {
  readonly undone: UndoneRun;
  /** The prepared connection; `null` when the run to be taken back wrote here only. */
  readonly remote: RunContext | null;
  tally: RunContext['tally'];
}
