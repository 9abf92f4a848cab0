import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PACKAGE = join(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** A project that has installed what would be published, with the libraries of this one. */
let project: string;
let installed: string;
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'passerelle-packed-'));
  await execute('pnpm', ['pack', '--pack-destination', project], { cwd: PACKAGE });
  const [tarball = ''] = (await readdir(project)).filter((file) => file.endsWith('.tgz'));
  installed = join(project, 'node_modules/@passerelle/emulators');
  await mkdir(installed, { recursive: true });
  await execute('tar', ['-xzf', join(project, tarball), '-C', installed, '--strip-components=1']);
  for (const library of ['fastify', 'zod']) {
    await symlink(join(PACKAGE, 'node_modules', library), join(project, 'node_modules', library));
  }
}, 120_000);
afterAll(() => rm(project, { recursive: true, force: true }));

test('the packed package runs as a command where it is installed', { timeout: 60_000 }, async () => {
  const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  expect(JSON.stringify(manifest.dependencies)).not.toContain('catalog:');
  const command = join(installed, manifest.bin['passerelle-emulators']);
  const child = spawn(process.execPath, [command, '--airtable-port', '0', '--notion-port', '0']);
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const [url] = /http:\S+/.exec(line.toString()) ?? [];
    const answer = await fetch(`${url}/meta/bases`, { headers: { authorization: 'Bearer sandbox' } });
    expect(await answer.json()).toMatchObject({ bases: [{ id: 'appPasserelle0001' }] });
  } finally {
    child.kill();
  }
});

test('the packed package is a library with types', { timeout: 60_000 }, async () => {
  const script = `
    import { startAirtableEmulator, type AirtableEmulator } from '@passerelle/emulators';
    const emulator: AirtableEmulator = await startAirtableEmulator({ limits: 'off' });
    console.log(emulator.url.endsWith('/v0'));
    await emulator.close();`;
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
  await writeFile(join(project, 'use.ts'), script);
  await writeFile(join(project, 'wrong.ts'), script.replace("'off'", '3'));
  const options = { cwd: project };
  const check = (file: string) =>
    execute('tsc', ['--noEmit', '--strict', '--module', 'nodenext', file], options);
  await check('use.ts');
  await expect(check('wrong.ts')).rejects.toMatchObject({ stdout: expect.stringContaining('wrong.ts(3,') });
  const { stdout } = await execute(process.execPath, ['use.ts'], options);
  expect(stdout.trim()).toBe('true');
});
