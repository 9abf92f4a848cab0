import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-file.ts';
import { readPackages } from './workspace-package.ts';

/** What every package can do. */
const EVERY_PACKAGE = ['typecheck', 'test'];
/** What some packages can do besides, always under this name; the root runs them for all. */
const SOME_PACKAGES = ['bench', 'build', 'dev', 'generate', 'prepack', 'start'];

const packages = readPackages();

describe('the scripts of every package.json', () => {
  it.each(packages)('have the same names in $folder as everywhere', ({ manifest }) => {
    const names = Object.keys(manifest.scripts);
    expect(names).toEqual(expect.arrayContaining(EVERY_PACKAGE));
    expect(names.filter((name) => ![...EVERY_PACKAGE, ...SOME_PACKAGES].includes(name))).toEqual([]);
  });

  it.each(packages)('do the same in $folder as everywhere', ({ manifest }) => {
    expect(manifest.scripts).toMatchObject({
      typecheck: 'tsc -p .',
      test: 'vitest run --root . --config ../../vitest.config.ts',
    });
  });

  it('name only files and tools that exist', () => {
    const root = { folder: '.', manifest: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) };
    const missing = [root, ...packages].flatMap(({ folder, manifest }) =>
      Object.values<string>(manifest.scripts).filter((script) => !canRun(folder, script)),
    );
    expect(missing).toEqual([]);
  });
});

/** Whether the tool of a script is installed, the file it runs is there, and the command it hands on exists. */
function canRun(folder: string, script: string): boolean {
  const [tool = '', ...args] = script.replace(/^exec /, '').split(' ');
  const [file, command] = args.filter((arg) => !arg.startsWith('-'));
  if (tool !== 'node') return isInstalled(folder, tool);
  if (!file || !existsSync(join(ROOT, folder, file))) return false;
  return file !== 'scripts/bootstrap.mjs' || existsSync(join(ROOT, 'scripts/commands', `${command}.ts`));
}

function isInstalled(folder: string, tool: string): boolean {
  return [folder, '.'].some((place) => existsSync(join(ROOT, place, 'node_modules/.bin', tool)));
}
