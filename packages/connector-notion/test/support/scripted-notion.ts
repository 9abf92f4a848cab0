import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as the server received it. */
export interface Received {
  readonly method: string;
  /** Path and query, decoded. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** What to answer: a body as JSON (or text as HTML), or `drop` to cut the connection. */
export type Answer = 'drop' | Sent;

/** 200 unless told otherwise. */
export interface Sent {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A real HTTP server that answers what the test says, for what no emulator would answer of itself. */
export async function startScriptedNotion(script: (request: Received) => Answer) {
  const requests: Received[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const sent = await text(incoming);
    const request = {
      method: incoming.method ?? '',
      path: decodeURIComponent(incoming.url ?? ''),
      headers: incoming.headers,
      body: sent === '' ? undefined : JSON.parse(sent),
    };
    requests.push(request);
    send(outgoing, script(request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(outgoing: ServerResponse, answer: Answer): void {
  if (answer === 'drop') {
    outgoing.destroy();
    return;
  }
  const isText = typeof answer.body === 'string';
  outgoing.writeHead(answer.status ?? 200, {
    'content-type': isText ? 'text/html' : 'application/json',
    ...answer.headers,
  });
  outgoing.end(isText ? answer.body : JSON.stringify(answer.body));
}

/** Notion's error body. */
export function notionError(
  status: number,
  code: string,
  message = '',
  additional?: Record<string, string | string[]>,
): Sent {
  const body = { object: 'error', status, code, message, request_id: 'test' };
  return { status, body: additional ? { ...body, additional_data: additional } : body };
}
