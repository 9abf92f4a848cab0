import type { AppRouter } from '@passerelle/contracts/router';
import {
  createTRPCClient,
  httpBatchStreamLink,
  httpSubscriptionLink,
  type OperationLink,
  splitLink,
} from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { EventSource } from 'eventsource';
import { keyHeaders } from './api-key.ts';
import { queryClient } from './query-client.ts';

const url = '/trpc';

const client = createTRPCClient<AppRouter>({
  links: [
    withoutPageDirection,
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({
        url,
        // The browser's own way to follow a stream sends no header, and the server may want its key.
        EventSource,
        eventSourceOptions: () => ({
          fetch: (address, init) =>
            fetch(address, { ...init, headers: { ...init.headers, ...keyHeaders() } }),
        }),
      }),
      // Streamed: a figure is shown as soon as it is there, whatever the slowest one of the page takes.
      false: httpBatchStreamLink({ url, headers: keyHeaders }),
    }),
  ],
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
