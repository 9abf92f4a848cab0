import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { captureTool } from '../suite/run-tool.ts';
import { ROOT, type SourceFile } from './source-file.ts';
import { readPackages } from './workspace-package.ts';

/** The part we read of what turbo says it would do. */
interface Plan {
  tasks: { taskId: string; dependencies: string[]; inputs: Record<string, string> }[];
}

const { output } = await captureTool(['turbo', 'run', 'test', 'typecheck', '--dry=json', '--cwd', ROOT]);
const plan: Plan = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));

describe.each(['test', 'typecheck'])('the remembered result of %s', (task) => {
  it.each(readPackages())(
    'in $name depends on the sources of the packages it uses, and on nothing else of ours',
    (pkg) => {
      const used = { ...pkg.manifest.dependencies, ...pkg.manifest.devDependencies };
      const ours = Object.keys(used).filter((name) => name.startsWith('@passerelle/'));
      expect(taskOf(pkg.name, task).dependencies.sort()).toEqual(
        ours.map((name) => `${name}#sources`).sort(),
      );
    },
  );
});

it('a change of the sources reaches those who use them through another package', () => {
  expect(taskOf('deals', 'sources').dependencies).toEqual(['@passerelle/contracts#sources']);
});

it('a test or a page of one package is no reason to run another again', () => {
  const inputs = Object.keys(taskOf('contracts', 'sources').inputs);
  expect(inputs).toContain('src/providers.ts');
  expect(inputs.filter((file) => file.endsWith('.test.ts') || file.endsWith('.md'))).toEqual([]);
});

it.each(readPackages())(
  'the tests of $name run again when a file changes that they read beside it',
  (pkg) => {
    const remembered = Object.keys(taskOf(pkg.name, 'test').inputs).map((file) =>
      posix.join(pkg.folder, file),
    );
    const read = pkg.sources.flatMap((source) => filesReadBeside(pkg.folder, source));
    expect(remembered).toEqual(expect.arrayContaining(read));
  },
);

it('a file read beside a package is found by its relative path', () => {
  const text = "readFileSync(new URL('../../../README.md', import.meta.url)); import './support/a.ts';";
  expect(filesReadBeside('apps/api', { path: 'apps/api/test/a.test.ts', text })).toEqual(['README.md']);
});

/** The files of the repository, outside the package, that a source names by a path relative to itself. */
function filesReadBeside(folder: string, { path, text }: SourceFile): string[] {
  return Array.from(text.matchAll(/['"`]((?:\.\.\/)+[\w./-]+)['"`]/g), ([, named = '']) =>
    posix.join(posix.dirname(path), named),
  )
    .filter((file) => !file.startsWith(`${folder}/`))
    .filter((file) => statSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile());
}

function taskOf(name: string, task: string) {
  const found = plan.tasks.find(({ taskId }) => taskId === `@passerelle/${name}#${task}`);
  if (!found) throw new Error(`turbo has no task ${task} for ${name}`);
  return found;
}
