import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, it } from 'vitest';
import { readSettings } from '../../apps/api/src/env.ts';
import { ROOT } from './source-file.ts';

const example = readFileSync(join(ROOT, '.env.example'), 'utf8');
const uncommented = parseEnv(example.replaceAll(/^#(?=[A-Z_]+=)/gm, ''));

it('.env.example lists every setting, each under one sentence', () => {
  const source = readFileSync(join(ROOT, 'apps/api/src/env.ts'), 'utf8');
  const settings = Array.from(source.matchAll(/^ {4}([A-Z_]+):/gm), ([, name]) => name);
  expect(Object.keys(uncommented).sort()).toEqual(settings.filter((name) => name !== 'NODE_ENV').sort());
  expect(example.match(/^# .+\n#[A-Z_]+=/gm)).toHaveLength(Object.keys(uncommented).length);
});

it('.env.example shows the values that hold when nothing is set', () => {
  expect(readSettings(uncommented)).toEqual(readSettings({}));
});
