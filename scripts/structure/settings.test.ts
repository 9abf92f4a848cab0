import { expect, it } from 'vitest';
import { withoutComments } from './source-file.ts';
import { readPackages } from './workspace-package.ts';

it('the environment is read in env.ts only', () => {
  const readers = readPackages()
    .flatMap((pkg) => pkg.sources)
    .filter(({ path }) => !path.endsWith('/env.ts'))
    .filter((source) =>
      /\bprocess\??\.env\b|\bprocess\[|\benv\b[^;]*from 'node:process'/.test(withoutComments(source)),
    );
  expect(readers.map(({ path }) => path)).toEqual([]);
});
