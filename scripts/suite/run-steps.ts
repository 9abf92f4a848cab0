import type { Step, StepResult } from './step.ts';
import { formatTally, sumTallies } from './tally.ts';

const STOPPED_EXIT_CODE = 130;

/**
 * Runs every step even when one fails, prints what failed in the tool's own words, and closes with the summary line.
 * @returns the exit code: 0 only when nothing failed
 */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const results: StepResult[] = [];
  for (const step of steps) {
    process.stdout.write(`${step.name}… `);
    const start = performance.now();
    const result = await step.run();
    if (result.stopped) {
      console.log('interrompu');
      return STOPPED_EXIT_CODE;
    }
    console.log(`${result.failed === 0 ? '✔' : '✘'} ${seconds(performance.now() - start)}`);
    if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
    results.push(result);
  }
  const failures = results.flatMap((result) => result.failures ?? []);
  if (failures.length > 0)
    console.log(`\nTests en échec :\n${failures.map((title) => `  ✘ ${title}`).join('\n')}`);
  const sum = sumTallies(results);
  console.log(`\n${formatTally(sum)}`);
  return sum.failed === 0 ? 0 : 1;
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toLocaleString('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`;
}
