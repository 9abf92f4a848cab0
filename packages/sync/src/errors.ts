/**
 * - `run_active`: another run holds this connection
 * - `run_failed`: the provider could not be reached or refused to go on; the cause is a `ConnectorError`
 * - `mapping_unusable`: a mapped column does not exist, or a field the run needs has none
 * - `run_stopped`: the process is shutting down
 * - `run_cancelled`: someone asked the run to stop
 * - `run_lost`: another process took the run over, this one changes nothing more
 * - `plan_outdated`: either side has moved since the plan was made; `plan_over`: it was applied, or has expired
 * - `not_undoable`: the run is under way, was taken back already, changed nothing, or its details are gone
 * - `nothing_refused`: none of the records that were to be tried again is refused any more
 * - `not_resumable`: the run went to its end, another one followed it, or its table was changed for another
 */
export type SyncErrorCode =
  | 'run_active'
  | 'run_failed'
  | 'mapping_unusable'
  | 'run_stopped'
  | 'run_cancelled'
  | 'run_lost'
  | 'plan_outdated'
  | 'plan_over'
  | 'not_undoable'
  | 'nothing_refused'
  | 'not_resumable';

/** The one error of the engine. `message` is a French sentence without any secret. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: SyncErrorCode;
  /** The run it ended, when one had begun. */
  readonly runId: number | null;

  constructor(
    code: SyncErrorCode,
    message: string,
    details: { cause?: unknown; runId?: number | null } = {},
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.runId = details.runId ?? null;
  }
}
