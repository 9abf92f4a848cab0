export type { FieldMapping } from './bind-columns.ts';
export type { RetryPolicy } from './call-vendor.ts';
export { type EngineOptions, SyncEngine } from './engine.ts';
export { SyncError, type SyncErrorCode } from './errors.ts';
export type { Direction, RunRequest } from './run-context.ts';
export type { RunResult } from './tally.ts';
