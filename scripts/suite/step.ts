import { type CommandLine, captureTool } from './run-tool.ts';
import type { Tally } from './tally.ts';

/** What a step found. */
export interface StepResult extends Tally {
  /** What to show when something failed: the tool's own words. */
  output: string;
  /** The title of each failed test, where the step knows them; repeated at the end of a long log. */
  failures?: string[];
  /** Whether a signal asked us to stop meanwhile. */
  stopped: boolean;
}

/** One part of `npm test` or `npm run check`. */
export interface Step {
  /** French, as shown to the reader. */
  name: string;
  run: () => Promise<StepResult>;
}

/** A step that counts as one check: it passes when every command exits with 0. */
export function commandStep(name: string, ...commands: CommandLine[]): Step {
  return {
    name,
    run: async () => {
      let output = '';
      for (const command of commands) {
        const result = await captureTool(command);
        output += result.output;
        if (result.stopped || result.exitCode !== 0) {
          return { passed: 0, failed: 1, skipped: 0, output, stopped: result.stopped };
        }
      }
      return { passed: 1, failed: 0, skipped: 0, output, stopped: false };
    },
  };
}
