import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Tally } from './tally.ts';

/** Where every suite leaves its report, relative to its folder; vitest.config.ts writes it, turbo.json keeps it. */
export const REPORT_FOLDER = 'test-results';

/** The part we read of the file that Vitest's json reporter writes. */
interface VitestReport {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** One suite's report, counted, with the title of each failure. */
export interface SuiteTally extends Tally {
  failures: string[];
}

/**
 * Counts a suite's report. A missing report, a file that fails outside its tests and an error outside every file have no
 * failed test of their own; each counts as one failure, so that a red suite is never summed as green.
 */
export function readSuite(folder: string): SuiteTally {
  const file = join(folder, REPORT_FOLDER, 'vitest.json');
  if (!existsSync(file)) return redSuite(`${folder} : aucun résultat de test`);
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
  const failures = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const titles = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
    if (titles.length === 0 && status === 'failed')
      titles.push('échec hors des tests (chargement, préparation)');
    return titles.map((title) => `${relative('.', name)} › ${title}`);
  });
  if (failures.length === 0 && !report.success) failures.push(`${folder} : échec hors des fichiers de test`);
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: failures.length, skipped, failures };
}

function redSuite(failure: string): SuiteTally {
  return { passed: 0, failed: 1, skipped: 0, failures: [failure] };
}
