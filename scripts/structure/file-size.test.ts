import { expect, it } from 'vitest';
import { readSources } from './source-file.ts';

const MAX_LINES = 400;

it(`no source file is longer than ${MAX_LINES} lines`, () => {
  const sources = readSources(['{apps,packages,scripts}/**/*.{ts,tsx,mts,js,mjs,css}', '*.{ts,mjs,js}']);
  const tooLong = sources
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(sources.length).toBeGreaterThan(100);
  expect(tooLong).toEqual([]);
});
