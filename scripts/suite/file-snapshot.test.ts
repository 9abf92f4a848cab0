import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { changedPaths, restorePaths, takeSnapshot } from './file-snapshot.ts';

it('changed, new and missing files are found and put back as they were', () => {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-snapshot-'));
  const patterns = ['openapi.json', 'sdk/**'];
  mkdirSync(join(root, 'sdk'));
  for (const name of ['openapi.json', 'sdk/same.ts', 'sdk/gone.ts']) writeFileSync(join(root, name), name);
  const before = takeSnapshot(root, patterns);

  writeFileSync(join(root, 'openapi.json'), 'other');
  writeFileSync(join(root, 'sdk/new.ts'), 'new');
  rmSync(join(root, 'sdk/gone.ts'));
  const changed = changedPaths(before, takeSnapshot(root, patterns));
  expect(changed).toEqual(['openapi.json', 'sdk/gone.ts', 'sdk/new.ts'].map((name) => join(root, name)));

  restorePaths(before, changed);
  expect(takeSnapshot(root, patterns)).toEqual(before);
  rmSync(root, { recursive: true });
});
