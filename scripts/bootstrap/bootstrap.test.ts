import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endOf, FakeProject } from './fake-project.ts';

let project: FakeProject;

beforeEach(() => {
  project = new FakeProject();
  project.write('scripts/commands/hello.ts', 'console.log("bonjour", ...process.argv.slice(2));');
});
afterEach(() => project.remove());

describe('the installation', () => {
  it('is done once, by the pinned pnpm from the lock file, tools included', async () => {
    const first = await project.run(['hello'], { NODE_ENV: 'production' });
    const second = await project.run(['hello']);
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.output).toContain('installation de Node 24');
    expect(second).toEqual({ exitCode: 0, output: 'bonjour\n' });
    expect(project.npxCalls()).toEqual(['--yes pnpm@1.2.3 install --frozen-lockfile NODE_ENV=']);
  });

  it.each(['package.json', 'packages/deals/package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])(
    'is done again when %s changes',
    async (file) => {
      await project.run(['hello']);
      const changed = file.endsWith('.json')
        ? '{ "packageManager": "pnpm@1.2.3", "engines": { "node": ">=18" }, "x": 1 }'
        : 'packages:\n  - packages/*\n\n';
      project.write(file, changed);
      await project.run(['hello']);
      expect(project.npxCalls()).toHaveLength(2);
    },
  );

  it('that failed counts for nothing: the next one starts from an empty folder', async () => {
    const failed = await project.run(['hello'], { FAKE_FAULT: 'a fault never seen before' });
    project.write('node_modules/half-installed/index.js', '');
    const next = await project.run(['hello']);
    expect(failed.exitCode).toBe(7);
    expect(failed.output).toMatch(/a fault never seen before[\s\S]*raison affichée ci-dessus/);
    expect(next.output).toContain('bonjour');
    expect(project.has('node_modules/half-installed')).toBe(false);
  });

  it.each([
    ['npm error code ENOTFOUND', 'le registre npm ne répond pas'],
    ['error sending request: client error (Connect)', 'le registre npm ne répond pas'],
    ['No space left on device (os error 28)', 'le disque est plein'],
    ['EACCES: permission denied', 'écriture refusée'],
    ['ERR_PNPM_OUTDATED_LOCKFILE', 'Lancez « npx pnpm@1.2.3 install »'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS'],
    ['ERR_PNPM_TARBALL_INTEGRITY', 'somme de contrôle'],
  ])('that fails with « %s » says: %s', async (FAKE_FAULT, sentence) => {
    const { output } = await project.run(['hello'], { FAKE_FAULT });
    expect(output).toMatch(new RegExp(`Passerelle : .*${sentence}.*relancez la commande`));
  });

  it('asked for twice at once is done once', async () => {
    const both = await Promise.all([1, 2].map(() => project.run(['hello'], { FAKE_SECONDS: '0.5' })));
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(both.map(({ output }) => output).join()).toContain('une autre installation est en cours');
    expect(project.npxCalls()).toHaveLength(1);
  });

  it('whose owner fell silent is not waited for', async () => {
    project.write('node_modules/.passerelle-installing', String(process.pid));
    const anHourAgo = Date.now() / 1000 - 3600;
    utimesSync(join(project.root, 'node_modules/.passerelle-installing'), anHourAgo, anHourAgo);
    const { output } = await project.run(['hello']);
    expect(output).not.toContain('une autre installation');
    expect(output).toContain('bonjour');
  });

  it('stops when asked to, and does not count as done', async () => {
    const child = project.start(['hello'], { FAKE_SECONDS: '20' });
    const end = endOf(child);
    await vi.waitFor(() => expect(project.npxCalls()).toHaveLength(1));
    child.kill('SIGTERM');
    const { exitCode, output } = await end;
    expect(exitCode).toBe(130);
    expect(output).toContain('interrompue');
    expect((await project.run(['hello'])).output).toContain('installation terminée');
  });
});

describe('the command', () => {
  it('gets its arguments and gives its exit code', async () => {
    project.write('scripts/commands/fail.ts', 'console.log(process.argv.slice(2)); process.exit(3);');
    const { exitCode, output } = await project.run(['fail', 'a b', '--c']);
    expect(exitCode).toBe(3);
    expect(output).toContain("[ 'a b', '--c' ]");
  });

  it('finds the installed Node first on PATH, from the root of the project', async () => {
    project.write('scripts/commands/where.ts', 'console.log(process.env.PATH.split(":")[0], process.cwd());');
    const { output } = await project.run(['where']);
    expect(output).toContain(`${project.root}/node_modules/.bin ${project.root}\n`);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('receives %s once and closes in its own time', async (signal) => {
    project.write(
      'scripts/commands/serve.ts',
      `const alive = setInterval(() => {}, 1000);
      process.on('${signal}', () => setTimeout(() => { console.log('closed after ${signal}'); clearInterval(alive); }, 100));
      console.log('ready');`,
    );
    await project.run(['hello']);
    const child = project.start(['serve']);
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await endOf(child)).toEqual({ exitCode: 0, output: `closed after ${signal}\n` });
  });

  it('that does not exist is answered with those that do, before anything is installed', async () => {
    const { exitCode, output } = await project.run(['helo']);
    expect(exitCode).toBe(1);
    expect(output).toContain('la commande « helo » n’existe pas. Commandes : hello.');
    expect(project.npxCalls()).toEqual([]);
  });

  it('is refused on a Node too old to install it, with the version to install', async () => {
    project.write('package.json', '{ "packageManager": "pnpm@1.2.3", "engines": { "node": ">=99" } }');
    const { exitCode, output } = await project.run(['hello']);
    expect(exitCode).toBe(1);
    expect(output).toContain('est trop ancien. Installez Node 99 ou plus récent');
  });
});
