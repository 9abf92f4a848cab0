import type { ConnectorError } from '@passerelle/connector';

/** A write whose outcome stays unknown is tried this often before the run gives up. */
const MAX_TRIES = 4;

/** Whether a write that failed `tries` times so far is looked for and, where it was not done, sent again. */
export function mayBeRepeated({ code }: ConnectorError, tries: number): boolean {
  return code === 'outcome_unknown' && tries < MAX_TRIES;
}
