import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandLine, captureTool } from './run-tool.ts';
import type { Step } from './step.ts';
import { sumTallies } from './tally.ts';
import { REPORT_FOLDER, readSuite } from './vitest-report.ts';

/** A step that counts the tests of the given folders, run by one command. */
export function vitestStep(name: string, folders: readonly string[], command: CommandLine): Step {
  return {
    name,
    run: async () => {
      // A suite that dies before it reports must not be counted by the report of an earlier run.
      for (const folder of folders) rmSync(join(folder, REPORT_FOLDER), { recursive: true, force: true });
      const { output, exitCode, stopped } = await captureTool(command);
      const suites = folders.map((folder) => readSuite(folder));
      const tally = sumTallies(suites);
      const failures = suites.flatMap((suite) => suite.failures);
      if (exitCode !== 0 && failures.length === 0)
        failures.push(`« ${command.join(' ')} » a échoué hors des tests`);
      return { ...tally, failed: failures.length, failures, output, stopped };
    },
  };
}
