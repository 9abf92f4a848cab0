import { relative } from 'node:path';
import { changedPaths, restorePaths, takeSnapshot } from './file-snapshot.ts';
import { captureTool } from './run-tool.ts';
import type { Step } from './step.ts';

/** What `npm run generate` writes and the repository keeps. */
const GENERATED = ['openapi/openapi.json', 'packages/sdk/src/generated/**', 'docs/types-*.md'];

/**
 * Generates again, compares with what is there, and puts that back, because a check changes nothing. It does not ask git, so
 * that it is right about uncommitted work and in a folder without history.
 */
export function generatedFilesStep(root: string): Step {
  return {
    name: 'Fichiers générés à jour',
    run: async () => {
      const before = takeSnapshot(root, GENERATED);
      const { exitCode, output, stopped } = await captureTool([
        'turbo',
        'run',
        'generate',
        '--output-logs=errors-only',
      ]);
      const stale = changedPaths(before, takeSnapshot(root, GENERATED));
      restorePaths(before, stale);
      if (exitCode === 0 && stale.length === 0) return { passed: 1, failed: 0, skipped: 0, output, stopped };
      const list = stale.map((path) => `  ${relative(root, path)}`).join('\n');
      const advice = `Ces fichiers ne suivent plus le contrat. Lancez « npm run generate » :\n${list}`;
      return { passed: 0, failed: 1, skipped: 0, output: exitCode === 0 ? advice : output, stopped };
    },
  };
}
