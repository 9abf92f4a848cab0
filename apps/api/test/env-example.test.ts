import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readSettings } from '../src/env.ts';

const EXAMPLE = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
const UNCOMMENTED = parseEnv(EXAMPLE.replaceAll(/^#(?=[A-Z_]+=)/gm, ''));

test('.env.example lists every setting, each under one sentence', () => {
  const source = readFileSync(new URL('../src/env.ts', import.meta.url), 'utf8');
  const settings = Array.from(source.matchAll(/^ {4}([A-Z_]+):/gm), ([, name]) => name);
  expect(Object.keys(UNCOMMENTED).sort()).toEqual(settings.filter((name) => name !== 'NODE_ENV').sort());
  expect(EXAMPLE.match(/^# .+\n#[A-Z_]+=/gm)).toHaveLength(Object.keys(UNCOMMENTED).length);
});

test('.env.example shows the values that hold when nothing is set', () => {
  expect(readSettings(UNCOMMENTED)).toEqual(readSettings({}));
});
