export { type AppRouter, appRouter } from './app-router.ts';
export { type ExplainedError, explainError, MAX_BODY_BYTES } from './explain-error.ts';
export type { ProcedureMeta } from './meta.ts';
export type { RouterContext } from './procedure.ts';
export type { Refusal, Refusals } from './refusals.ts';
