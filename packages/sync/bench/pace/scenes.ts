import type { Direction } from '../../src/index.ts';

/** Runs that are measured together. */
export interface Scene {
  readonly name: string;
  readonly directions: readonly Direction[];
  /** Of the vendor's calls, for each run. */
  readonly share: number;
  /** Least ratio to the floor; of two short runs, which both have to begin, none is asked. */
  readonly target: number | null;
}

export const SCENES: readonly Scene[] = [
  { name: 'read', directions: ['import'], share: 1, target: 0.95 },
  { name: 'write', directions: ['export'], share: 1, target: 0.95 },
  {
    name: 'read and write at once, on one base',
    directions: ['import', 'export'],
    share: 0.2,
    target: null,
  },
];
