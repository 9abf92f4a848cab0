import { ConnectorError, type ConnectorErrorCode } from '@passerelle/connector';

const HIDDEN: ReadonlySet<ConnectorErrorCode> = new Set(['forbidden', 'access_lost', 'record_gone']);

/** The answer, or `null` when Notion shows the object to others only. Anything else that fails is a failure. */
export async function orNullWhenHidden<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ConnectorError && HIDDEN.has(error.code)) return null;
    throw error;
  }
}
