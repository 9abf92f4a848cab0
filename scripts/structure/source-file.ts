import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

const NOT_OURS = /(^|\/)(node_modules|generated|dist|test-results|\.turbo)(\/|$)|\.gen\.ts$/;

/** A source file as written by us: generated and installed ones are left out. */
export interface SourceFile {
  /** Relative to the root, with `/`. */
  path: string;
  text: string;
}

/** Every source file that matches, by path. */
export function readSources(patterns: readonly string[]): SourceFile[] {
  return globSync(patterns, { cwd: ROOT, exclude: (path) => NOT_OURS.test(path) })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Whether a file serves tests and benchmarks only, and is never part of what runs. */
export function isTestFile(path: string): boolean {
  return /\/(test|bench|e2e)\/|\.(test|bench)\.tsx?$|\/vitest\.config\.ts$/.test(path);
}

/** What a file imports or exports from, type-only and dynamic imports included. */
export function importedFrom({ path, text }: SourceFile): string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module;
  const exported = staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  );
  const dynamic = dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  );
  return [...new Set([...staticImports.map((found) => found.moduleRequest.value), ...exported, ...dynamic])];
}

/** The text with every comment blanked, so that line numbers stay. */
export function withoutComments({ path, text }: SourceFile): string {
  let code = text;
  for (const { start, end } of parseSync(path, text).comments) {
    code = code.slice(0, start) + code.slice(start, end).replaceAll(/[^\n]/g, ' ') + code.slice(end);
  }
  return code;
}
