import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListLogsInput, ListLogsOutput } from '@passerelle/contracts';
import { openDatabase, SyncLog, TokenCipher } from '@passerelle/database';
import { SyncEngine } from '@passerelle/sync';
import Fastify from 'fastify';
import { buildApp } from '../src/app.ts';
import { CallCounter } from '../src/call-counter.ts';
import { connectWith } from '../src/connect.ts';
import { SecretMask } from '../src/secret-mask.ts';
import { buildServices } from '../src/services/build-services.ts';

/**
 * Serves the list of logs from a process of its own: `ours` through the whole application, `bare` through a plain
 * Fastify route that parses its query and its answer with the same zod schemas and asks the same service.
 */
const [kind] = process.argv.slice(2);
const database = await openDatabase({
  url: `sqlite:${join(mkdtempSync(join(tmpdir(), 'passerelle-bench-')), 'logs.db')}`,
});
await database.migrate();
await database.em().insertMany(
  SyncLog,
  Array.from({ length: 1_000 }, (_, index) => ({
    provider: index % 2 === 0 ? 'airtable' : 'notion',
    direction: 'import',
    status: 'success',
    records_processed: index,
    records_created: index,
    started_at: new Date(1_760_000_000_000 + index * 60_000).toISOString(),
    completed_at: new Date(1_760_000_001_000 + index * 60_000).toISOString(),
  })),
);
const services = buildServices({
  database,
  engine: new SyncEngine({ database }),
  connect: connectWith({ apiUrls: { airtable: '', notion: '' }, sandboxUrls: null }),
  calls: new CallCounter({ database }),
  mask: new SecretMask(),
  cipher: new TokenCipher(randomBytes(32)),
});
const app = kind === 'ours' ? await buildApp({ services, access: { apiKey: null } }) : bareApp();
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.(`${origin}/api/sync/logs`);

function bareApp() {
  const bare = Fastify();
  bare.get('/api/sync/logs', async (request) => {
    const call = { requestId: request.id, signal: undefined, nextCursor: () => undefined };
    return ListLogsOutput.parse(await services.sync.logs(ListLogsInput.parse(request.query), call));
  });
  return bare;
}
