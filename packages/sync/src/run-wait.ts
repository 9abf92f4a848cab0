import type { LimitWait } from '@passerelle/connector';

/** Why a run stands still, and until when. */
export interface RunWait {
  readonly reason: 'vendor_limit' | 'lock_out' | 'retry';
  /** French sentence for whoever watches. */
  readonly message: string;
  /** ISO 8601 UTC. */
  readonly until: string;
}

/** Told when a run begins to wait; answers what to call once it goes on. Several waits may be under way. */
export type TellWait = (wait: RunWait) => () => void;

/** Shorter waits are over before anyone reads why. */
const WORTH_TELLING_MS = 1_000;

/** Tells a wait of so long, unless it is too short to be told. */
export function tellLongWait(
  tell: TellWait | undefined,
  wait: Omit<RunWait, 'until'> & { readonly ms: number },
): () => void {
  const { ms, ...why } = wait;
  if (tell === undefined || ms < WORTH_TELLING_MS) return () => undefined;
  return tell({ ...why, until: new Date(Date.now() + ms).toISOString() });
}

/** Why a call waits for its budget. */
export function limitWait({ ms, isLockedOut }: LimitWait): Omit<RunWait, 'until'> & { readonly ms: number } {
  return isLockedOut
    ? { ms, reason: 'lock_out', message: 'Le service distant demande d’attendre avant le prochain appel.' }
    : {
        ms,
        reason: 'vendor_limit',
        message: 'Le débit permis par le service distant est atteint : le prochain appel attend son tour.',
      };
}
