import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepSearchIndexed } from '@passerelle/database';
import { SyncEngine } from '@passerelle/sync';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { BackgroundWork } from './background-work.ts';
import { CallCounter } from './call-counter.ts';
import { connectWith } from './connect.ts';
import type { Settings } from './env.ts';
import { forgetSandboxLinks } from './forget-sandbox-links.ts';
import { logOptions } from './log.ts';
import { openPreparedDatabase } from './open-prepared-database.ts';
import { openSandbox } from './sandbox.ts';
import { SecretMask } from './secret-mask.ts';
import { buildServices } from './services/build-services.ts';
import { takeUpRuns } from './take-up-runs.ts';

/** Where `npm start` builds the console. */
const CONSOLE_FOLDER = join(import.meta.dirname, '..', '..', 'console', 'dist');

/** A running server. */
export interface Server {
  readonly app: FastifyInstance;
  /** Such as `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Whether the console is built, and so served at the origin. */
  readonly hasConsole: boolean;
  /** The key file, when it was made at this start. */
  readonly createdKeyFile: string | null;
  /** Where an older application's database was copied before this start changed it. */
  readonly databaseCopy: string | null;
  /** Takes no more work, lets the runs under way finish their batch, and closes everything. */
  stop(): Promise<void>;
}

/** Joins all parts as the settings say, brings the database up to date, and listens. */
export async function startServer(settings: Settings): Promise<Server> {
  const mask = new SecretMask();
  for (const secret of secretsOf(settings)) mask.add(secret);
  await using parts = new AsyncDisposableStack();
  const { database, cipher, createdKeyFile, preparation } = await openPreparedDatabase(settings);
  parts.defer(() => database.close());
  const calls = new CallCounter({ database });
  parts.defer(() => calls.flush());
  const indexing = keepSearchIndexed(database);
  parts.defer(() => indexing.stop());
  const sandbox = settings.sandbox ? await openSandbox() : null;
  parts.defer(() => sandbox?.close());
  if (sandbox) await forgetSandboxLinks(database, sandbox.rowIds);
  const engine = new SyncEngine({ database });
  const connect = connectWith({
    apiUrls: settings.apiUrls,
    sandboxUrls: sandbox?.urls ?? null,
    onCall: (provider, baseId) => calls.count(provider, baseId),
  });
  const runParts = { database, engine, connect, mask, cipher };
  let isReady = true;
  const hasConsole = existsSync(join(CONSOLE_FOLDER, 'index.html'));
  const app = await buildApp({
    services: buildServices({ ...runParts, calls, hasSandbox: sandbox !== null }),
    access: { apiKey: settings.apiKey },
    consoleFolder: hasConsole ? CONSOLE_FOLDER : null,
    log: logOptions(settings.logLevel, mask),
    isReady: () => isReady,
  });
  parts.defer(() => app.close());
  const onError = (error: unknown) => app.log.error({ err: error }, 'work in the background');
  const background = new BackgroundWork({ ...runParts, retention: settings.retention, onError });
  parts.defer(() => background.settled());
  parts.defer(() => engine.stop());
  parts.defer(() => background.stop());
  await takeUpRuns(runParts);
  const origin = await app.listen({ host: settings.host, port: settings.port });
  background.start();
  const started = parts.move();
  return {
    app,
    origin,
    hasConsole,
    createdKeyFile,
    databaseCopy: preparation.copy,
    stop: async () => {
      isReady = false;
      await started.disposeAsync();
    },
  };
}

function secretsOf({ apiKey, encryptionKey, databaseUrl }: Settings): string[] {
  const password = URL.parse(databaseUrl)?.password ?? '';
  return [apiKey ?? '', encryptionKey ?? '', password];
}
