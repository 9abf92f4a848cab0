import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MAIN = fileURLToPath(import.meta.resolve('@passerelle/api/src/main.ts'));
const VITE = fileURLToPath(new URL('../../bin/vite.js', import.meta.resolve('vite')));
const CONSOLE = join(import.meta.dirname, '..', '..');

const run = promisify(execFile);

/** The real server in a process of its own, on a fresh database, with the sandbox. */
export interface TestServer extends AsyncDisposable {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Builds the console as it is now, so that what is tested is what is written. */
export async function buildConsole(): Promise<void> {
  // In a process of its own: what a test runner sets in its own would make the build one for development.
  const env = { NODE_ENV: 'production' };
  await run(process.execPath, [VITE, 'build', '--logLevel', 'error'], { cwd: CONSOLE, env });
}

/** Starts the server; `settings` are variables of its environment. */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-e2e-'));
  const server = spawn(process.execPath, [MAIN], {
    // Its own folder, where no `.env` of a developer lies.
    cwd: folder,
    env: { PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'crm.db')}`, LOG_LEVEL: 'fatal', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    let printed = '';
    const read = (text: Buffer) => {
      printed += text;
      const found = /Console +(http:\S+)/.exec(printed)?.[1];
      if (found) resolve(found);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', () => reject(new Error(`The server did not start:\n${printed}`)));
  });
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, stop, [Symbol.asyncDispose]: stop };
}
