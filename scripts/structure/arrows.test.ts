import { describe, expect, it } from 'vitest';
import { importViolations, manifestViolations } from './arrow-violations.ts';
import { ARROWS, type PackageRule } from './arrows.ts';
import { readPackages } from './workspace-package.ts';

const packages = readPackages();

describe('the arrows between packages', () => {
  it('have one line for every package, and none for a package that is gone', () => {
    expect(Object.keys(ARROWS).sort()).toEqual(packages.map(({ name }) => name).sort());
  });

  it.each(packages)('hold in the package.json of $name', (pkg) => {
    expect(manifestViolations(pkg, ruleOf(pkg.name))).toEqual([]);
  });

  it.each(packages)('hold in every import of $name', ({ name, folder, sources }) => {
    expect(sources.flatMap((source) => importViolations(folder, source, ruleOf(name)))).toEqual([]);
  });
});

describe('the reading of imports', () => {
  const rule: PackageRule = {
    knows: ['deals'],
    testsKnow: ['emulators'],
    neverKnows: ['fastify', '@trpc/*'],
    except: { folder: 'src/router', libraries: ['@trpc/*'] },
  };
  const violations = (path: string, text: string) => importViolations('packages/sync', { path, text }, rule);

  it.each([
    ["import { a } from '@passerelle/database';", '@passerelle/database'],
    ["import type { A } from '@passerelle/database';", '@passerelle/database'],
    ["export * from '@passerelle/deals/inside';", '@passerelle/deals/inside'],
    ["export type { A } from 'fastify/types';", 'fastify/types'],
    ["const a = await import('@trpc/server');", '@trpc/server'],
    ["import { a } from '../../deals/src/money.ts';", '../../deals/src/money.ts'],
    ["import { a } from '@passerelle/emulators';", '@passerelle/emulators'],
  ])('refuses %s', (text, imported) => {
    expect(violations('packages/sync/src/run.ts', text)).toEqual([
      `packages/sync/src/run.ts imports ${imported}`,
    ]);
  });

  it.each([
    ['packages/sync/src/run.ts', "import { a } from '@passerelle/deals'; import { b } from './run/b.ts';"],
    [
      'packages/sync/src/run.ts',
      "// import { a } from '@passerelle/database';\nimport ky from 'fastify-like';",
    ],
    ['packages/sync/src/router/index.ts', "import { initTRPC } from '@trpc/server';"],
    [
      'packages/sync/test/run.test.ts',
      "import { a } from '@passerelle/emulators'; import fastify from 'fastify';",
    ],
  ])('accepts in %s: %s', (path, text) => {
    expect(violations(path, text)).toEqual([]);
  });

  it('refuses a dependency that no arrow allows', () => {
    const manifest = {
      scripts: {},
      dependencies: {
        '@passerelle/database': 'workspace:*',
        fastify: 'catalog:',
        '@trpc/server': 'catalog:',
      },
      devDependencies: { '@passerelle/emulators': 'workspace:*', '@passerelle/sdk': 'workspace:*' },
    };
    const found = manifestViolations({ folder: 'packages/sync', name: 'sync', manifest, sources: [] }, rule);
    expect(found).toEqual([
      'sync depends on database',
      'the tests of sync depend on sdk',
      'sync depends on fastify',
    ]);
  });
});

function ruleOf(name: string): PackageRule {
  const rule = ARROWS[name];
  if (!rule) throw new Error(`arrows.ts has no line for ${name}`);
  return rule;
}
