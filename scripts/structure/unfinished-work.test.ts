import { expect, it } from 'vitest';
import { readSources } from './source-file.ts';

const PROMISES =
  /\b(TODO|FIXME|XXX)\b|not implemented|\.(skip|only|todo)\(|@ts-(ignore|expect-error|nocheck)|biome-ignore/;

it('no source file promises work instead of doing it, or silences a check', () => {
  const sources = readSources(['{apps,packages,scripts}/**/*.{ts,tsx,mts,js,mjs}']);
  const found = sources
    .filter(({ path }) => !import.meta.filename.endsWith(path))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (PROMISES.test(line) ? `${path}:${index + 1}` : [])),
    );
  expect(found).toEqual([]);
});
