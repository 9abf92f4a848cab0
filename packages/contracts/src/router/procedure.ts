import { initTRPC } from '@trpc/server';
import type { Call } from '../call.ts';
import type { Services } from '../services.ts';
import { explainError } from './explain-error.ts';
import type { ProcedureMeta } from './meta.ts';

/** What the API gives each call: who it is for, and the services that do the work. */
export interface RouterContext extends Call {
  readonly services: Services;
}

const t = initTRPC
  .context<RouterContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter({ error, ctx, path, shape, input }) {
      const requestId = ctx?.requestId ?? null;
      const { code, message, faults } = explainError(error, { requestId, input });
      return { code: shape.code, message, data: { code, faults, requestId, path: path ?? null } };
    },
  });

/** Starts a procedure; every one carries its REST promise as meta. */
export const procedure = t.procedure;

/** Makes a router of procedures. */
export const router = t.router;
