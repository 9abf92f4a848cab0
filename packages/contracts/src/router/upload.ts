import { TRPCError } from '@trpc/server';
import { ContractError } from '../errors.ts';
import { UploadEventsInput } from '../upload.ts';
import { procedure, router } from './procedure.ts';

/** What is told of an upload beside its answer. The upload itself is REST's alone: a file is no JSON. */
export const uploadRouter = router({
  events: procedure.input(UploadEventsInput).subscription(async function* ({ ctx, input, signal }) {
    try {
      yield* ctx.services.upload.events(input, { signal: signal ?? ctx.signal });
    } catch (error) {
      // Clients take what is not tRPC's own for a passing fault of the server, and would ask again for ever.
      if (error instanceof ContractError) throw new TRPCError({ code: 'NOT_FOUND', cause: error });
      throw error;
    }
  }),
});
