import type { AppRouter } from '@passerelle/contracts/router';
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { keyHeaders } from './api-key.ts';
import { queryClient } from './query-client.ts';

const client = createTRPCClient<AppRouter>({
  // Streamed: a figure is shown as soon as it is there, whatever the slowest one of the page takes.
  links: [httpBatchStreamLink({ url: '/trpc', headers: keyHeaders })],
});

/** The contract's procedures as options for queries and mutations. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
