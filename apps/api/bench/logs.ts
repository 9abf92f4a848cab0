import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';

/** The list of logs over REST, against a bare Fastify route with the same schemas and service; in turns, medians. */
const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 10;
const TARGET = 0.85;

const servers = { ours: await start('ours'), bare: await start('bare') };
try {
  const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of ['bare', 'ours'] as const) {
      const rate = await requestsPerSecond(servers[kind].url);
      // The first round warms the compiler.
      if (round > 0) rates[kind].push(rate);
    }
  }
  const [ours, bare] = [median(rates.ours), median(rates.bare)];
  const ratio = ours / bare;
  console.log(
    `GET /api/sync/logs: ${Math.round(ours)} requests/s, bare Fastify + zod ${Math.round(bare)}, ratio ${ratio.toFixed(2)} (target >= ${TARGET})`,
  );
  if (ratio < TARGET) process.exitCode = 1;
} finally {
  for (const { child } of Object.values(servers)) child.kill();
}

async function start(kind: 'ours' | 'bare'): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(new URL('./logs-server.ts', import.meta.url), [kind]);
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

async function requestsPerSecond(url: string): Promise<number> {
  const { requests, non2xx } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  if (non2xx > 0) throw new Error(`${non2xx} answers other than 2xx`);
  return requests.average;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
