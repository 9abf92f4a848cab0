import { useSyncExternalStore } from 'react';

/** What is known of the key: `asked` when the server wants one, `refused` when it did not want the one we sent. */
export interface KeyState {
  readonly key: string | null;
  readonly need: 'none' | 'asked' | 'refused';
}

const STORED_AS = 'passerelle.key';
const listeners = new Set<() => void>();
// The tab's own storage: the key is gone with the tab, and no other site can read it.
let state: KeyState = { key: sessionStorage.getItem(STORED_AS), need: 'none' };

function change(next: KeyState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** The header that carries the key, when there is one. */
export function keyHeaders(): Record<string, string> {
  return state.key === null ? {} : { authorization: `Bearer ${state.key}` };
}

/** Told that the server answered 401. */
export function keyWanted(): void {
  if (state.need === 'none') change({ ...state, need: state.key === null ? 'asked' : 'refused' });
}

/** Keeps a key that a person typed. */
export function giveKey(key: string): void {
  sessionStorage.setItem(STORED_AS, key);
  change({ key, need: 'none' });
}

/** What is known of the key, kept up to date. */
export function useKeyState(): KeyState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
