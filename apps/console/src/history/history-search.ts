import type { Provider } from '@passerelle/contracts';
import { PROVIDERS } from '@passerelle/contracts/provider-names';

/** What the address of the history says. */
export interface HistorySearch {
  readonly provider?: Provider;
}

/** Reads it, leaving out what is no service of ours. */
export function readHistorySearch({ provider }: Record<string, unknown>): HistorySearch {
  const known = PROVIDERS.find((one) => one === provider);
  return known ? { provider: known } : {};
}
