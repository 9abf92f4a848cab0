import { execFileSync } from 'node:child_process';

/** What is read, the peak its process may reach, and how much further than for a hundredth of the deals, in MB. */
const TARGETS = [
  { what: 'deals', peak: 250, apart: 40 },
  // Their ids are in memory, a few bytes each.
  { what: 'cold', peak: 250, apart: 40 },
] as const;

/** Peak memory of processes that read a small and a large table. */
export function measureMemory(files: { small: string; large: string }): boolean {
  const met = TARGETS.map(({ what, peak, apart }) => {
    const [small, large] = [peakOf(files.small, what), peakOf(files.large, what)];
    console.log(
      `peak memory, ${what}: ${small} MB of 10,000, ${large} MB of 1,000,000 (target <= ${peak}, at most ${apart} apart)`,
    );
    return large <= peak && large - small <= apart;
  });
  return !met.includes(false);
}

function peakOf(file: string, what: string): number {
  const reader = new URL('./read-deals.ts', import.meta.url).pathname;
  return Number(execFileSync(process.execPath, [reader, file, what], { encoding: 'utf8' }));
}
