import { ContractError, inactiveMessage, type Provider } from '@passerelle/contracts';
import { type RunConnection, SyncError, type SyncErrorCode } from '@passerelle/sync';
import { type ConnectionParts, openConnection } from '../connections.ts';

/** Opens the connection of a provider for a run. Throws what `openConnection` throws, and `connector_inactive`. */
export async function openForRun(parts: ConnectionParts, provider: Provider): Promise<RunConnection> {
  const { connector, mapping, isActive } = await openConnection(parts, provider);
  if (!isActive) throw new ContractError('connector_inactive', inactiveMessage(provider));
  return { connector, mapping };
}

/** What the engine does for a call, its refusals told as the contract's. */
export async function inContractWords<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    throw new ContractError(CODES[error.code], error.message, { cause: error });
  }
}

const CODES = {
  run_active: 'run_active',
  run_failed: 'run_failed',
  mapping_unusable: 'run_failed',
  run_cancelled: 'run_failed',
  run_lost: 'run_failed',
  run_stopped: 'not_ready',
  plan_outdated: 'plan_outdated',
  plan_over: 'plan_over',
  not_resumable: 'run_not_resumable',
} as const satisfies Record<SyncErrorCode, ContractError['code']>;
