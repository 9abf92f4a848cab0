import type { VendorExchange } from '@passerelle/connector';
import { ContractError, inactiveMessage, type Provider } from '@passerelle/contracts';
import { type RunConnection, SyncError, type SyncErrorCode, wroteThere } from '@passerelle/sync';
import { type ConnectionParts, openConnection } from '../connections.ts';
import { ExchangeLog } from '../exchange-log.ts';

/** Opens the connection of a provider for a run. Throws what `openConnection` throws, and `connector_inactive`. */
export async function openForRun(parts: ConnectionParts, provider: Provider): Promise<RunConnection> {
  const trail = new ExchangeLog(parts.database);
  const onExchange = (exchange: VendorExchange) => trail.add(exchange);
  const { connector, mapping, isActive } = await openConnection(parts, provider, onExchange);
  if (!isActive) throw new ContractError('connector_inactive', inactiveMessage(provider));
  return { connector, mapping, trail };
}

/** The connection that taking a run back needs: `null` where it wrote in the CRM only. */
export async function openForUndo(
  parts: ConnectionParts,
  run: { readonly id: number; readonly provider: string },
): Promise<RunConnection | null> {
  const needsVendor = await wroteThere(parts.database, run.id);
  return needsVendor ? openForRun(parts, run.provider as Provider) : null;
}

/** The connection that a run needs to be taken up. */
export function openToResume(
  parts: ConnectionParts,
  run: { readonly provider: string; readonly direction: string; readonly origin_run_id: number | null },
): Promise<RunConnection | null> {
  const { provider, direction, origin_run_id: origin } = run;
  if (direction === 'undo' && origin !== null) return openForUndo(parts, { id: origin, provider });
  return openForRun(parts, provider as Provider);
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
  not_undoable: 'run_not_undoable',
  nothing_refused: 'record_not_refused',
  not_resumable: 'run_not_resumable',
} as const satisfies Record<SyncErrorCode, ContractError['code']>;
