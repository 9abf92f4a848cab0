import { ConnectorError } from '@passerelle/connector';
import { SyncError, type SyncErrorCode } from './errors.ts';
import type { OnInterruption } from './run-context.ts';
import type { EndedAs } from './run-record.ts';
import type { SavedRun } from './saved-run.ts';
import type { RunResult } from './tally.ts';

/** What an interrupted run is told to have been. */
export const INTERRUPTED_MESSAGES: Readonly<Record<OnInterruption, string>> = {
  resume:
    'Synchronisation interrompue par l’arrêt du serveur. Ce qui était fait est enregistré, rien n’est perdu : elle reprendra à son redémarrage.',
  close:
    'Synchronisation interrompue par l’arrêt du serveur. Ce qui était fait est enregistré, rien n’est perdu : reprenez-la, ou relancez-la, pour la terminer.',
};

/** What a cancelled run is told to have been. */
export const CANCELLED_MESSAGE =
  'Synchronisation arrêtée à la demande. Ce qui était fait est enregistré : reprenez-la, ou relancez-la, pour la terminer.';

/** How a run that could not go on ended: for its record, and as the error to throw. */
export interface RunFailure {
  /** `lost`: it goes on elsewhere, and its record is not ours to close. */
  readonly as: EndedAs | 'lost';
  readonly message: string;
  readonly error: unknown;
}

/** Tells a failure in the run's words. An abort is what `signal` was aborted with. */
export function failureOf(
  error: unknown,
  {
    runId,
    signal,
    saved,
  }: { runId: number | null; signal: AbortSignal; saved: Pick<SavedRun, 'onInterruption'> },
): RunFailure {
  const cause = signal.aborted && isAbort(error, signal) ? signal.reason : error;
  if (cause instanceof SyncError) {
    const as = ENDS[cause.code] ?? 'failed';
    const message = as === 'interrupted' ? INTERRUPTED_MESSAGES[saved.onInterruption] : cause.message;
    return { as, message, error: new SyncError(cause.code, message, { cause, runId }) };
  }
  if (cause instanceof ConnectorError) {
    const told = new SyncError('run_failed', cause.message, { cause, runId });
    return { as: 'failed', message: cause.message, error: told };
  }
  return {
    as: 'failed',
    message: 'Erreur interne : la synchronisation n’a pas pu aller à son terme.',
    error: cause,
  };
}

function isAbort(error: unknown, { reason }: AbortSignal): boolean {
  return error === reason || (error instanceof Error && error.name === 'AbortError');
}

const ENDS: Partial<Record<SyncErrorCode, RunFailure['as']>> = {
  run_cancelled: 'cancelled',
  run_stopped: 'interrupted',
  run_lost: 'lost',
};

/** What the record of a run that went to its end says; `null` when every record and field was taken. */
export function summaryOf(result: RunResult): string | null {
  const told = [...(result.withheld === null ? [] : [result.withheld]), ...result.pausedFields];
  const first = told.join(' ');
  if (result.failed === 0) return first || null;
  const more = result.failed > 1 ? ` (et ${result.failed - 1} autre(s))` : '';
  const [reason = ''] = result.errors.slice(told.length);
  const refused = `${result.failed} enregistrement(s) refusé(s) sur ${result.processed}. ${reason}${more}`;
  return first === '' ? refused : `${first} ${refused}`;
}
