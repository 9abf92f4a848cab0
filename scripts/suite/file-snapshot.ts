import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The content of each file that the patterns match. */
export type FileSnapshot = ReadonlyMap<string, string>;

/** Reads every file that the patterns match. */
export function takeSnapshot(root: string, patterns: readonly string[]): FileSnapshot {
  const entries = globSync(patterns, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path, 'utf8')];
    }),
  );
}

/** The paths whose content differs, that appeared or that went away. */
export function changedPaths(before: FileSnapshot, after: FileSnapshot): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** Puts the given paths back as they were. */
export function restorePaths(before: FileSnapshot, paths: readonly string[]): void {
  for (const path of paths) {
    const content = before.get(path);
    if (content === undefined) {
      rmSync(path);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
