import { AsyncLocalStorage } from 'node:async_hooks';

/** A wait for a vendor's budget, as it begins. */
export interface LimitWait {
  readonly ms: number;
  /** The vendor has locked us out; else the rate it allows is used up. */
  readonly isLockedOut: boolean;
}

/** Told of a wait that begins; answers the function to call when it is over. */
export type OnLimitWait = (wait: LimitWait) => () => void;

const listeners = new AsyncLocalStorage<OnLimitWait>();

/**
 * Calls something that sends requests, and tells of every wait of theirs for a budget. What listens is not handed from
 * call to call: between who asks a connector and the budget lie functions that have nothing to do with it.
 */
export function tellingLimitWaits<T>(onWait: OnLimitWait, call: () => Promise<T>): Promise<T> {
  return listeners.run(onWait, call);
}

/** Waits, telling whoever listens around the call. */
export async function toldWait(wait: LimitWait, pass: () => Promise<void>): Promise<void> {
  const isOver = listeners.getStore()?.(wait);
  try {
    await pass();
  } finally {
    isOver?.();
  }
}
