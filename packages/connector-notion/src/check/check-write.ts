import { randomUUID } from 'node:crypto';
import { type ConnectionCheck, ConnectorError, type RemoteColumn } from '@passerelle/connector';
import * as z from 'zod';
import type { NotionClient } from '../client/notion-client.ts';
import * as sentences from '../client/sentences.ts';
import { quoted } from './check-mapping.ts';

/**
 * Whether the integration may change rows. Notion does not tell its rights, so this changes a row that does not
 * exist: « not found » shows that the right was there, and nothing can have been written. Any other answer shows
 * nothing, and is told as it is.
 */
export async function checkWrite(
  client: NotionClient,
  columns: readonly RemoteColumn[],
  signal: AbortSignal | undefined,
): Promise<ConnectionCheck> {
  try {
    const path = `/pages/${randomUUID()}`;
    const body = { properties: {} };
    // Not a write: whatever becomes of it, there is nothing to look for afterwards.
    await client.call({ method: 'PATCH', path, body, write: false, subject: 'row', signal }, z.unknown());
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.code === 'forbidden') return { name: 'write', ok: false, message: sentences.MAY_NOT_WRITE };
    if (error.code !== 'record_gone') return { name: 'write', ok: false, message: error.message };
  }
  return { name: 'write', ok: true, message: `${ALLOWED}${readOnlyNote(columns)}` };
}

const ALLOWED =
  "L'intégration peut modifier des lignes ; le droit d'en créer (« Insérer du contenu ») ne se vérifie qu'à la première création.";

function readOnlyNote(columns: readonly RemoteColumn[]): string {
  const readOnly = columns.filter(({ writable }) => !writable);
  if (readOnly.length === 0) return '';
  const reasons = readOnly.map(({ name, readOnlyReason }) => `${quoted([name])} (${readOnlyReason ?? ''})`);
  return ` En lecture seule : ${reasons.join(', ')}`;
}
