import type { Run } from '@passerelle/contracts';
import type { State } from '../display/state-badge.tsx';

/** How a run is shown: its colour and icon, and the key of its word. */
export function stateOfRun({ state, status }: Pick<Run, 'state' | 'status'>) {
  if (state === 'running') return { badge: 'running', word: 'running' } as const satisfies Shown;
  if (state === 'cancelled') return { badge: 'waiting', word: 'cancelled' } as const satisfies Shown;
  if (state === 'interrupted') return { badge: 'waiting', word: 'interrupted' } as const satisfies Shown;
  if (state === 'failed' || status === 'error')
    return { badge: 'failed', word: 'failed' } as const satisfies Shown;
  if (status === 'partial') return { badge: 'partial', word: 'partial' } as const satisfies Shown;
  return { badge: 'success', word: 'success' } as const satisfies Shown;
}

interface Shown {
  readonly badge: State;
  readonly word: string;
}
