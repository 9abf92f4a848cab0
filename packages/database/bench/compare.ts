/** Two ways to the same result, timed in turns. */
export interface Comparison {
  readonly name: string;
  readonly ours: () => Promise<unknown>;
  readonly raw: () => unknown;
  readonly rounds: number;
  /** Largest quotient of ours by raw that is good. */
  readonly target: number;
}

/** Times both, prints the quotient of the best times, and answers whether the target is met. */
export async function compare({ name, ours, raw, rounds, target }: Comparison): Promise<boolean> {
  const times = { ours: Number.POSITIVE_INFINITY, raw: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round += 1) {
    times.raw = Math.min(times.raw, await timed(raw));
    times.ours = Math.min(times.ours, await timed(ours));
  }
  const ratio = times.ours / times.raw;
  console.log(
    `${name}: ours ${times.ours.toFixed(0)} ms, raw ${times.raw.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (target <= ${target})`,
  );
  return ratio <= target;
}

/** Milliseconds that something takes. */
export async function timed(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
