import { posix } from 'node:path';
import type { PackageRule } from './arrows.ts';
import { importedFrom, isTestFile, type SourceFile } from './source-file.ts';
import type { WorkspacePackage } from './workspace-package.ts';

const SCOPE = '@passerelle/';

/** What the manifest declares and the arrows do not allow, as sentences. */
export function manifestViolations({ name, manifest }: WorkspacePackage, rule: PackageRule): string[] {
  const inCode = ourPackages(manifest.dependencies);
  const inTests = ourPackages(manifest.devDependencies);
  const allowedInTests = [...rule.knows, ...rule.testsKnow].map(packageOf);
  return [
    ...inCode
      .filter((other) => !rule.knows.map(packageOf).includes(other))
      .map((other) => `${name} depends on ${other}`),
    ...inTests
      .filter((other) => !allowedInTests.includes(other))
      .map((other) => `the tests of ${name} depend on ${other}`),
    ...Object.keys(manifest.dependencies ?? {})
      .filter(
        (library) => matches(library, rule.neverKnows) && !matches(library, rule.except?.libraries ?? []),
      )
      .map((library) => `${name} depends on ${library}`),
  ];
}

/** What a file imports and the arrows do not allow, as sentences. */
export function importViolations(folder: string, source: SourceFile, rule: PackageRule): string[] {
  const forTests = isTestFile(source.path);
  const knows = forTests ? [...rule.knows, ...rule.testsKnow] : rule.knows;
  const excepted =
    rule.except && source.path.startsWith(`${folder}/${rule.except.folder}/`) ? rule.except.libraries : [];
  return importedFrom(source)
    .filter((imported) => {
      if (imported.startsWith('.'))
        return !isInside(folder, posix.join(posix.dirname(source.path), imported));
      if (imported.startsWith(SCOPE)) return !knows.includes(imported.slice(SCOPE.length));
      return !forTests && matches(imported, rule.neverKnows) && !matches(imported, excepted);
    })
    .map((imported) => `${source.path} imports ${imported}`);
}

function ourPackages(dependencies: Record<string, string> = {}): string[] {
  return Object.keys(dependencies)
    .filter((dependency) => dependency.startsWith(SCOPE))
    .map((dependency) => dependency.slice(SCOPE.length));
}

function packageOf(entry: string): string {
  return entry.replace(/\/.*/, '');
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** Whether a library, or an entry of it, is one of the names. */
function matches(library: string, names: readonly string[]): boolean {
  return names.some((name) =>
    name.endsWith('*')
      ? library.startsWith(name.slice(0, -1))
      : library === name || library.startsWith(`${name}/`),
  );
}
