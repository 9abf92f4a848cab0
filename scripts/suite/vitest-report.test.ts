import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { captureTool } from './run-tool.ts';
import { readSuite } from './vitest-report.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-suite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('passed, failed and skipped tests are counted, failures by their title', async () => {
  const { passed, failed, skipped, failures } = await suiteOf(`
    it('is green', () => {});
    it.runIf(false)('is left out', () => {});
    describe('a group', () => it('is red', () => { throw new Error('no'); }));`);
  expect({ passed, failed, skipped }).toEqual({ passed: 1, failed: 1, skipped: 1 });
  expect(failures).toEqual([`${relative('.', folder)}/one.test.ts › a group is red`]);
});

it('a file that cannot be loaded is a failure', async () => {
  const { passed, failed, failures } = await suiteOf(`it('is never run', () => {}); throw new Error('no');`);
  expect({ passed, failed }).toEqual({ passed: 0, failed: 1 });
  expect(failures[0]).toContain('échec hors des tests');
});

it('a preparation that fails is a failure', async () => {
  const { failed } = await suiteOf(`
    beforeAll(() => { throw new Error('no'); });
    it('is never run', () => {});`);
  expect(failed).toBe(1);
});

it('a suite without a test is a failure', async () => {
  expect(await suiteOf('')).toMatchObject({ passed: 0, failed: 1 });
});

it('a suite that died before it reported is a failure', () => {
  expect(readSuite(folder)).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
});

async function suiteOf(body: string) {
  writeFileSync(
    join(folder, 'one.test.ts'),
    `import { beforeAll, describe, it } from '${import.meta.resolve('vitest')}';\n${body}`,
  );
  mkdirSync(join(folder, 'test-results'));
  const report = `--outputFile=${join(folder, 'test-results', 'vitest.json')}`;
  await captureTool(['vitest', 'run', '--root', folder, '--reporter=json', report]);
  return readSuite(folder);
}
