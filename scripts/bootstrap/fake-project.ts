import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Stands for npm and pnpm: notes how it was called, then installs a Node or fails as it is told. */
const NPX = `#!/bin/sh
echo "$@ NODE_ENV=$NODE_ENV" >> npx-calls
trap 'kill $!; exit 143' TERM
sleep "\${FAKE_SECONDS:-0}" & wait $!
if [ -n "$FAKE_FAULT" ]; then echo "$FAKE_FAULT" >&2; exit 7; fi
mkdir -p node_modules/.bin && ln -sf "$FAKE_NODE" node_modules/.bin/node
`;

/** What a command printed and how it ended. */
export interface Ending {
  exitCode: number | null;
  output: string;
}

/** A folder that holds our bootstrap, its own commands and a false npx; its name has a space and an accent. */
export class FakeProject {
  readonly root = mkdtempSync(join(tmpdir(), 'été passerelle '));

  constructor() {
    cpSync(join(import.meta.dirname, '..', 'bootstrap.mjs'), join(this.root, 'scripts', 'bootstrap.mjs'));
    cpSync(import.meta.dirname, join(this.root, 'scripts', 'bootstrap'), { recursive: true });
    this.write('package.json', '{ "packageManager": "pnpm@1.2.3", "engines": { "node": ">=18" } }');
    this.write('pnpm-workspace.yaml', 'packages:\n  - packages/*\n');
    this.write('pnpm-lock.yaml', 'lockfileVersion: 9\n');
    this.write('packages/deals/package.json', '{}');
    this.write('bin/npx', NPX, 0o755);
  }

  write(path: string, text: string, mode = 0o644): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text, { mode });
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** How npx was called, one line a call. */
  npxCalls(): string[] {
    return this.has('npx-calls') ? readFileSync(join(this.root, 'npx-calls'), 'utf8').trim().split('\n') : [];
  }

  start(args: string[], env: Record<string, string> = {}): ChildProcessByStdio<null, Readable, Readable> {
    const path = [join(this.root, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
    return spawn(process.execPath, [join(this.root, 'scripts', 'bootstrap.mjs'), ...args], {
      cwd: tmpdir(),
      env: { PATH: path, HOME: this.root, FAKE_NODE: process.execPath, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async run(args: string[], env: Record<string, string> = {}): Promise<Ending> {
    return await endOf(this.start(args, env));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Waits for the end of a process, with all it printed. */
export async function endOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ending> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [exitCode] = await once(child, 'close');
  return { exitCode, output };
}
