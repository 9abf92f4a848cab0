/**
 * Every point between database and network that a run passes: transactions, then requests. A process may die before
 * one, inside a transaction, or after one; a test kills it at each.
 */
export const BOUNDARIES = [
  'open',
  'take-up',
  'begin-phase',
  'know-table',
  'bind-columns',
  'store-page',
  'restart-listing',
  'notice',
  'plan',
  'apply',
  'archive-deals',
  'announce',
  'settle',
  'announce-archive',
  'settle-archive',
  'close',
  'forget',
  'schema',
  'page',
  'write',
  'look',
  'archive',
] as const;
export type Boundary = (typeof BOUNDARIES)[number];

/** Where a run stands at a boundary; `inside`: everything of the transaction is written, nothing is committed. */
export type BoundaryMoment = 'before' | 'inside' | 'after';

/** Told of every boundary as it is passed. */
export type AtBoundary = (boundary: Boundary, moment: BoundaryMoment) => void | Promise<void>;
