export { type FieldMapping, type KnownBinding, presentColumns } from './bind-columns.ts';
export { type AtBoundary, BOUNDARIES, type Boundary, type BoundaryMoment } from './boundaries.ts';
export type { RetryPolicy } from './call-vendor.ts';
export { bindingsOfProvider, bindingsOfTable } from './column-bindings.ts';
export { type EngineOptions, type StartedRun, SyncEngine } from './engine.ts';
export { SyncError, type SyncErrorCode } from './errors.ts';
export type { InterruptedRun } from './find-interrupted.ts';
export { findMisfits, type Misfit } from './find-misfits.ts';
export { type DecidedDeletions, decideDeletions } from './losses/decide-deletions.ts';
export { type MappingProblem, mappingProblems } from './mapping-problems.ts';
export { readSamples, type SampleRecord } from './read-samples.ts';
export type { RetryRequest } from './retry/open-retried.ts';
export type {
  BatchSizes,
  Direction,
  OnInterruption,
  RunConnection,
  RunRequest,
  RunTrail,
} from './run-context.ts';
export { LEASE_MS } from './run-record.ts';
export { shownCell } from './shown-cell.ts';
export { type Suggestion, suggestMapping } from './suggest-mapping.ts';
export type { RunResult } from './tally.ts';
export type { UndoRequest } from './undo/preview-undo.ts';
export { wroteThere } from './undo/undone-run.ts';
