import * as z from 'zod';
import { ConnectorError } from './errors.ts';
import type { VendorAnswer } from './request.ts';

/**
 * What we use of a successful answer. One that does not read as documented is `answer_unreadable`; after a write it
 * is `outcome_unknown`, as the vendor accepted something and we cannot say which records came of it.
 */
export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  answer: VendorAnswer,
  { vendor, write }: { vendor: string; write: boolean },
): z.output<Schema> {
  const parsed = schema.safeParse(answer.json);
  if (parsed.success) return parsed.data;
  const found = answer.json === undefined ? 'not JSON' : z.prettifyError(parsed.error);
  const details = { status: answer.status, cause: new Error(found) };
  throw write
    ? new ConnectorError(
        'outcome_unknown',
        `${vendor} a accepté l'écriture mais sa réponse est illisible ; à vérifier avant de la répéter.`,
        details,
      )
    : new ConnectorError(
        'answer_unreadable',
        `La réponse de ${vendor} est illisible (HTTP ${answer.status}). Vérifiez l'adresse de l'API et qu'aucun proxy ne répond à sa place.`,
        details,
      );
}
