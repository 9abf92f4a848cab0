import type { AppRouter } from '@passerelle/contracts/router';
import { createTRPCClient, httpBatchStreamLink, type OperationLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { keyHeaders } from './api-key.ts';
import { queryClient } from './query-client.ts';

/** The contract's procedures as plain calls. */
const client = createTRPCClient<AppRouter>({
  // Streamed: a figure is shown as soon as it is there, whatever the slowest one of the page takes.
  links: [withoutPageDirection, httpBatchStreamLink({ url: '/trpc', headers: keyHeaders })],
});

/** tRPC's pages say which way they are turned; the contract takes a cursor only, and refuses what it does not know. */
function withoutPageDirection(): OperationLink<AppRouter> {
  return ({ op, next }) => next({ ...op, input: op.type === 'query' ? turnedForward(op.input) : op.input });
}

function turnedForward(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('direction' in input)) return input;
  const { direction, ...rest } = input;
  return direction === 'forward' || direction === 'backward' ? rest : input;
}

/** The contract's procedures as options for queries and mutations. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
