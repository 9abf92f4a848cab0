/**
 * - `run_active`: another run holds this connection
 * - `run_failed`: the provider could not be reached or refused to go on; the cause is a `ConnectorError`
 * - `mapping_unusable`: a mapped column does not exist, or a field the run needs has none
 * - `run_stopped`: the process is shutting down, or the caller cancelled
 */
export type SyncErrorCode = 'run_active' | 'run_failed' | 'mapping_unusable' | 'run_stopped';

/** The one error of the engine. `message` is a French sentence without any secret. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: SyncErrorCode;
  /** The run it ended, when one had begun. */
  readonly runId: number | null;

  constructor(code: SyncErrorCode, message: string, details: { cause?: unknown; runId?: number } = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.runId = details.runId ?? null;
  }
}
