import type { Direction, Provider } from '@passerelle/contracts';
import { PROVIDERS } from '@passerelle/contracts/provider-names';

/** What the address of a synchronisation says: the preview is found again after a reload. */
export interface SynchroniseSearch {
  readonly provider?: Provider | undefined;
  readonly direction?: Direction | undefined;
  readonly plan?: number | undefined;
}

/** Reads it, leaving out what is malformed. */
export function readSynchroniseSearch(search: Record<string, unknown>): SynchroniseSearch {
  const provider = PROVIDERS.find((one) => one === search.provider);
  const plan = Number(search.plan);
  return {
    ...(provider ? { provider } : {}),
    ...(search.direction === 'export' || search.direction === 'sync' ? { direction: search.direction } : {}),
    ...(Number.isSafeInteger(plan) && plan > 0 ? { plan } : {}),
  };
}
