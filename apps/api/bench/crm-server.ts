import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase, TokenCipher } from '@passerelle/database';
import { NOW } from '@passerelle/database/bench';
import { SyncEngine } from '@passerelle/sync';
import { buildApp } from '../src/app.ts';
import { CallCounter } from '../src/call-counter.ts';
import { connectWith } from '../src/connect.ts';
import { keepMemoryLow } from '../src/keep-memory-low.ts';
import { SecretMask } from '../src/secret-mask.ts';
import { buildServices } from '../src/services/build-services.ts';

/** Serves the SQLite file it is given from a process of its own, and tells the peak of its memory when asked. */
const [file] = process.argv.slice(2);
keepMemoryLow();
const database = await openDatabase({ url: `sqlite:${file}` });
await database.migrate();
const services = buildServices({
  database,
  engine: new SyncEngine({ database }),
  connect: connectWith({ apiUrls: { airtable: '', notion: '' }, sandboxUrls: null }),
  calls: new CallCounter({ database }),
  mask: new SecretMask(),
  cipher: new TokenCipher(randomBytes(32)),
  now: () => NOW,
});
const app = await buildApp({ services, access: { apiKey: null } });
process.on('message', () => process.send?.(peakMegabytes()));
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));

/** Of this program alone: what the system counts for a process begins with the memory of the one that started it. */
function peakMegabytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1000;
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(peak?.[1]) / 1000;
}
