import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  keepSearchIndexed,
  loadEncryptionKey,
  openDatabase,
  prepareDatabase,
  TokenCipher,
} from '@passerelle/database';
import { probabiliteOf, recogniseStatut, valeurPonderee } from '@passerelle/deals';
import { SyncEngine } from '@passerelle/sync';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { CallCounter } from './call-counter.ts';
import { connectWith } from './connect.ts';
import type { Settings } from './env.ts';
import { forgetSandboxLinks } from './forget-sandbox-links.ts';
import { logOptions } from './log.ts';
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
  const { key, createdFile } = loadEncryptionKey({
    configured: settings.encryptionKey,
    directory: keyDirectory(settings.databaseUrl),
  });
  await using parts = new AsyncDisposableStack();
  const database = await openDatabase({ url: settings.databaseUrl });
  parts.defer(() => database.close());
  const calls = new CallCounter({ database });
  parts.defer(() => calls.flush());
  const cipher = new TokenCipher(key);
  const prepared = await prepareDatabase(database, { cipher, now: new Date(), figuresOf });
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
    services: buildServices({ ...runParts, calls }),
    access: { apiKey: settings.apiKey },
    consoleFolder: hasConsole ? CONSOLE_FOLDER : null,
    log: logOptions(settings.logLevel, mask),
    isReady: () => isReady,
  });
  parts.defer(() => app.close());
  parts.defer(() => engine.stop());
  await takeUpRuns(runParts);
  const origin = await app.listen({ host: settings.host, port: settings.port });
  const started = parts.move();
  return {
    app,
    origin,
    hasConsole,
    createdKeyFile: createdFile,
    databaseCopy: prepared.copy,
    stop: async () => {
      isReady = false;
      await started.disposeAsync();
    },
  };
}

/** What a deal of an older database is worth where it says nothing itself. */
function figuresOf(text: string, montantBrut: number) {
  const statut = recogniseStatut(text);
  if (statut === null) return null;
  return { probabilite: probabiliteOf(statut), valeur_ponderee: valeurPonderee(montantBrut, statut) };
}

function secretsOf({ apiKey, encryptionKey, databaseUrl }: Settings): string[] {
  const password = URL.parse(databaseUrl)?.password ?? '';
  return [apiKey ?? '', encryptionKey ?? '', password];
}

/** Beside the database where it is a file; else where the file would be. */
function keyDirectory(databaseUrl: string): string {
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(databaseUrl)?.[1];
  return file === undefined ? 'data' : dirname(file);
}
