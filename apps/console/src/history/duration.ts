import type { Run } from '@passerelle/contracts';
import type { Format } from '../language/use-format.ts';

/** How long a run took, or has taken so far. */
export function durationOf({ started_at, completed_at }: Run, format: Format): string {
  const end = completed_at === null ? Date.now() : Date.parse(completed_at);
  return format.seconds(Math.max(0, (end - Date.parse(started_at)) / 1000));
}
