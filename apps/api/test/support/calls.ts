import type { AppRouter } from '@passerelle/contracts/router';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { FastifyInstance } from 'fastify';

/** What a call came to, told the same way for both ways in. */
export interface Outcome {
  readonly status: number;
  /** The body of a success, or the sentence of a refusal. */
  readonly answer: unknown;
}

/** Sends a REST request to a listening application. */
export async function callRest(app: FastifyInstance, request: RestRequest): Promise<Outcome> {
  const { method, path, query = {}, body } = request;
  const url = new URL(`/api${path}`, app.listeningOrigin);
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(name, String(one));
  }
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { error?: unknown };
  return { status: response.status, answer: response.ok ? answer : answer.error };
}

/** A REST request in parts. */
export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** A tRPC client of a listening application. */
export function trpcClient(app: FastifyInstance) {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${app.listeningOrigin}/trpc` })] });
}

/** Waits for a tRPC call, refused or not. */
export async function callTrpc(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { status: 200, answer: await call };
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const response = error.meta?.response as Response | undefined;
    return { status: response?.status ?? 0, answer: error.message };
  }
}
