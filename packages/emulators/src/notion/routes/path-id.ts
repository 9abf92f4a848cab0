import { expectUuid } from '../body-checks.ts';
import type { Call } from '../endpoint.ts';

/** The id in the path, with hyphens. */
export function pathId(call: Call, name: string): string {
  return expectUuid(call.params.id, `path.${name}`);
}
