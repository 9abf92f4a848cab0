import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const MAIN = join(import.meta.dirname, '../src/main.ts');

/** Starts Passerelle as a process of its own in an empty folder. */
function spawnMain(env: Record<string, string>, directory = emptyFolder()) {
  const child = spawn(process.execPath, [MAIN], {
    cwd: directory,
    env: { PORT: '0', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, directory };
}

function emptyFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-main-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Everything a process writes until it says `word` or ends. */
async function outputUntil(child: ChildProcess, word: string): Promise<string> {
  let output = '';
  const said = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes(word)) resolve();
      });
    }
  });
  await Promise.race([said, once(child, 'close')]);
  return output;
}

describe('npm start', () => {
  it('says where to look and what to try, keeps its key to itself, and stops in order', async () => {
    const { child, directory } = spawnMain({});
    const output = await outputUntil(child, 'Première commande');
    const origin = /API +(http:\/\/127\.0\.0\.1:\d+)\/api/.exec(output)?.[1] ?? '';
    expect(output).toContain(`Documentation  ${origin}/api/docs`);
    expect(output).toContain('Bac à sable');
    expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ status: 'ok' });
    const key = join(directory, 'data/passerelle.key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    for (const file of ['passerelle.db', 'passerelle.db-wal']) {
      expect(statSync(join(directory, 'data', file)).mode & 0o777, file).toBe(0o600);
    }
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
  });

  it('says in a sentence why it cannot start', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const cases = [
      [{ PORT: String(port) }, `Le port ${port} est déjà pris`],
      [{ HOST: '0.0.0.0' }, 'HOST : ouvre Passerelle au réseau'],
      [{ DATABASE_URL: 'sqlite:/dev/null/x.db' }, 'Rien ne peut être écrit dans /dev/null'],
      [{ DATABASE_URL: 'sqlite:/proc/x/p.db' }, 'Rien ne peut être écrit dans /proc/x'],
      [{ DATABASE_URL: `sqlite:${import.meta.filename}` }, 'n’est pas une base SQLite'],
      [
        { PASSERELLE_ENCRYPTION_KEY: 'pas du base64 !' },
        "n'est pas du base64. Faites-en une : openssl rand -base64 32.\n",
      ],
      [{ DATABASE_URL: 'postgresql://u:motdepasse@127.0.0.1:1/b' }, 'PostgreSQL'],
    ] as const;
    const starts = cases.map(async ([env, sentence]) => {
      const { child, directory } = spawnMain(env);
      const closed = once(child, 'close');
      const output = await outputUntil(child, 'never said');
      expect(output).toContain(`Passerelle ne peut pas démarrer.`);
      expect(output).toContain(sentence);
      expect(output).not.toContain('motdepasse');
      expect(await closed).toEqual([1, null]);
      expect(output).not.toContain('ne fait pas 32 octets');
      if ('DATABASE_URL' in env) expect(existsSync(join(directory, 'data'))).toBe(false);
    });
    await Promise.all(starts);
  }, 120_000);
});
