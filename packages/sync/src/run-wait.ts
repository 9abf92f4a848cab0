/** Why a run stands still, and until when. */
interface RunWait {
  readonly reason: 'vendor_limit' | 'lock_out' | 'retry';
  /** French sentence for whoever watches. */
  readonly message: string;
  /** ISO 8601 UTC. */
  readonly until: string;
}

/** Told when a run begins to wait, and, with `null`, when it goes on. */
export type TellWait = (wait: RunWait | null) => Promise<void>;

/** Shorter waits are over before anyone reads why. */
export const WORTH_TELLING_MS = 1_000;
