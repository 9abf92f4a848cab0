import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type UserConfig } from '@hey-api/openapi-ts';
import { expect, it, onTestFinished } from 'vitest';
import config from '../openapi-ts.config.ts';

const CHECKED_IN = join(import.meta.dirname, '../src/generated/api');

it('the client is checked in as the OpenAPI document generates it (else: npm run generate)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-sdk-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { output, plugins } = (await config) as UserConfig & { output: object };
  await createClient({
    input: join(import.meta.dirname, '../../../openapi/openapi.json'),
    output: { ...output, path: folder },
    ...(plugins ? { plugins } : {}),
    logs: { level: 'silent', file: false },
  });
  expect(await textsIn(CHECKED_IN)).toEqual(await textsIn(folder));
});

/** Every file of a folder, by its path inside. */
async function textsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files
    .toSorted()
    .map(async (file) => [file.slice(folder.length), await readFile(file, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}
