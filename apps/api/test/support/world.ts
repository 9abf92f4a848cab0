import { randomBytes } from 'node:crypto';
import { RateLimiterPool } from '@passerelle/connector';
import type { Provider } from '@passerelle/contracts';
import { type Dialect, TokenCipher } from '@passerelle/database';
import { expectEveryRecordToldOnce, openTestDatabase, type TestDatabase } from '@passerelle/database/testing';
import { type AirtableEmulator, type NotionEmulator, SANDBOX_TOKEN } from '@passerelle/emulators';
import { SyncEngine } from '@passerelle/sync';
import { onTestFinished } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { CallCounter } from '../../src/call-counter.ts';
import { connectWith } from '../../src/connect.ts';
import { logOptions } from '../../src/log.ts';
import { openSandbox } from '../../src/sandbox.ts';
import type { TurnParts } from '../../src/schedule/do-turn.ts';
import { SecretMask } from '../../src/secret-mask.ts';
import { buildServices } from '../../src/services/build-services.ts';
import { airtableWith, CONFIGURATIONS, notionWith, type Row } from './remote-tables.ts';

/** Waits between tries that a test need not live through. */
const SHORT_RETRY = { attempts: 2, firstDelayMs: 1, maxDelayMs: 2 };

/** A JSON answer. */
interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The whole of Passerelle on a fresh database, with both vendors emulated. */
export interface World extends TestDatabase {
  readonly origin: string;
  readonly airtable: AirtableEmulator;
  readonly notion: NotionEmulator;
  readonly logLines: string[];
  readonly engine: SyncEngine;
  /** What runs are begun with, beside calls. */
  readonly runParts: TurnParts;
  /** Sends one request and answers its status and JSON body. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Saves the configuration that reaches the provider's table. */
  configure(provider: Provider): Promise<void>;
}

/** Opens a world for the test that calls it; closed when that test is done. */
export async function openWorld(
  dialect: Dialect,
  remote: { airtable?: readonly Row[]; notion?: readonly Row[] } | 'sandbox' = {},
  now: () => Date = () => new Date(),
): Promise<World> {
  await using parts = new AsyncDisposableStack();
  const opened = await openTestDatabase(dialect);
  parts.defer(() => opened.remove());
  parts.defer(() => expectEveryRecordToldOnce(opened.database));
  const { airtable, notion, close } = await (remote === 'sandbox' ? sandbox() : tablesWith(remote));
  parts.defer(close);
  const { database } = opened;
  const logLines: string[] = [];
  const mask = new SecretMask();
  const engine = new SyncEngine({ database, retry: SHORT_RETRY, now });
  const calls = new CallCounter({ database, now });
  parts.defer(() => calls.flush());
  const connect = connectWith({
    onCall: (provider, baseId) => calls.count(provider, baseId),
    apiUrls: { airtable: airtable.url, notion: notion.url },
    sandboxUrls: remote === 'sandbox' ? { airtable: airtable.url, notion: notion.url } : null,
    limiters: new RateLimiterPool({ enforced: false }),
  });
  const cipher = new TokenCipher(randomBytes(32));
  const runParts = { database, engine, connect, mask, cipher, now };
  const app = await buildApp({
    services: buildServices({ ...runParts, calls }),
    access: { apiKey: null },
    log: logOptions('trace', mask, (line) => void logLines.push(line)),
  });
  parts.defer(() => app.close());
  parts.defer(() => engine.stop());
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const owned = parts.move();
  onTestFinished(() => owned.disposeAsync());
  const call: World['call'] = (method, path, body) => callJson(`${origin}${path}`, method, body);
  return {
    ...opened,
    origin,
    airtable,
    notion,
    engine,
    runParts,
    logLines,
    call,
    configure: async (provider) => {
      const saved = {
        ...CONFIGURATIONS[provider],
        ...(remote === 'sandbox' ? { api_token: SANDBOX_TOKEN } : {}),
      };
      const { status } = await call('PUT', `/api/connectors/config/${provider}`, saved);
      if (status !== 200) throw new Error(`could not configure ${provider}`);
    },
  };
}

async function sandbox() {
  const { emulators, close } = await openSandbox();
  return { ...emulators, close };
}

async function tablesWith(rows: { airtable?: readonly Row[]; notion?: readonly Row[] }) {
  const [airtable, notion] = await Promise.all([
    airtableWith(rows.airtable ?? []),
    notionWith(rows.notion ?? []),
  ]);
  return {
    airtable,
    notion,
    close: async () => void (await Promise.all([airtable.close(), notion.close()])),
  };
}

/** A request without body carries no content type either, as a bare `curl -X POST`. */
async function callJson(url: string, method: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
