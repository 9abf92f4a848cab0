export * from './airtable/index.ts';
export { type Clock, FakeClock, type MovableClock, RunningClock, systemClock } from './core/clock.ts';
export type { Fault, FaultScript } from './core/faults.ts';
export type { LimitsSetting } from './core/rate.ts';
export type { RecordedRequest, Recorder, RequestFilter } from './core/recorder.ts';
export type { RequestMatch } from './core/request-match.ts';
export * from './notion/index.ts';
export * from './sandbox/index.ts';
