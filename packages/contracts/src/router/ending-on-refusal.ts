import { TRPCError } from '@trpc/server';
import { ContractError } from '../errors.ts';

/**
 * The events of a subscription, a refusal told as tRPC's own error: clients take any other for a passing fault of the
 * server, and would ask again for ever.
 */
export async function* endingOnRefusal<Event>(events: AsyncIterable<Event>): AsyncGenerator<Event> {
  try {
    yield* events;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    throw new TRPCError({ code: error.code === 'not_found' ? 'NOT_FOUND' : 'BAD_REQUEST', cause: error });
  }
}
