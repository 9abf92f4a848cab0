import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './source-file.ts';

it('the lock file names no registry, so that it serves on every network', () => {
  const addresses = readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8').match(
    /^.*(tarball:|https?:\/\/).*$/gm,
  );
  expect(addresses).toBeNull();
});
