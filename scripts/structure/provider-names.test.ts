import { expect, it } from 'vitest';
import { PROVIDERS } from '../../packages/contracts/src/provider-names.ts';
import { isTestFile, type SourceFile, withoutComments } from './source-file.ts';
import { readPackages } from './workspace-package.ts';

/** The only places where the code of the product may name a provider, each for one reason. */
const NAMED_IN = [
  // The list itself.
  'packages/contracts/src/provider-names.ts',
  // The line that joins a connector to its name.
  'apps/api/src/connectors.ts',
  // The settings: where each vendor's API is.
  'apps/api/src/env.ts',
  // The sandbox: which emulator stands for which vendor.
  'apps/api/src/sandbox.ts',
  // What a person does on each vendor's own pages.
  'apps/console/src/vendors/',
  // The emulators are those vendors.
  'packages/emulators/',
];

it.each(PROVIDERS)('%s is named nowhere but where it is joined to the rest', (provider) => {
  const ownPackage = `packages/connector-${provider}/`;
  const sources = readPackages()
    .flatMap((pkg) => pkg.sources)
    .filter(
      ({ path }) => !isTestFile(path) && ![ownPackage, ...NAMED_IN].some((place) => path.startsWith(place)),
    );
  expect(sources.flatMap((source) => linesNaming(provider, source))).toEqual([]);
});

it('a name is found in code, in texts and in paths, whatever its case, and not in comments', () => {
  const path = 'packages/sync/src/notion-run.ts';
  const text = '// Notion\nconst a = `NOTION`;\n/* notion */ const isNotion = a;\n';
  expect(linesNaming('notion', { path, text })).toEqual([path, `${path}:2`, `${path}:3`]);
});

function linesNaming(provider: string, source: SourceFile): string[] {
  const lines = withoutComments(source).split('\n');
  const hits = lines.flatMap((line, index) => (names(line, provider) ? [`${source.path}:${index + 1}`] : []));
  return names(source.path, provider) ? [source.path, ...hits] : hits;
}

function names(text: string, provider: string): boolean {
  return text.toLowerCase().includes(provider);
}
