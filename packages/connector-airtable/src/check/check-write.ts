import { type ConnectionCheck, ConnectorError } from '@passerelle/connector';
import * as z from 'zod';
import type { AirtableClient } from '../client/airtable-client.ts';
import * as sentences from '../client/sentences.ts';

const BasesAnswer = z.object({
  bases: z.array(z.object({ id: z.string(), permissionLevel: z.string() })),
  offset: z.string().optional(),
});

/** A thousand bases a page: whoever has more learns of a missing right at the first export. */
const MOST_PAGES = 2;

const WRITING_ROLES = new Set(['edit', 'create']);

/**
 * Whether the token's scopes, where Airtable tells them, and the role of its user allow writing. Nothing is written
 * to find out. At most two requests.
 */
export async function checkWrite(
  client: AirtableClient,
  about: { baseId: string; scopes: readonly string[] | null; signal: AbortSignal | undefined },
): Promise<ConnectionCheck> {
  if (about.scopes?.includes('data.records:write') === false) {
    return { name: 'write', ok: false, message: sentences.scopesMissing(['data.records:write']) };
  }
  const role = await findRole(client, about);
  if (role === null) return { name: 'write', ok: true, message: UNTOLD };
  return WRITING_ROLES.has(role)
    ? { name: 'write', ok: true, message: "Le rôle du jeton dans la base permet d'écrire." }
    : { name: 'write', ok: false, message: sentences.roleTooLow(role) };
}

const UNTOLD = "Airtable ne dit pas à l'avance si le jeton peut écrire ; le premier export le montrera.";

/** The role in the base; `null` when Airtable does not tell. */
async function findRole(
  client: AirtableClient,
  { baseId, signal }: { baseId: string; signal: AbortSignal | undefined },
): Promise<string | null> {
  let offset: string | undefined;
  try {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const path = offset === undefined ? '/meta/bases' : `/meta/bases?${new URLSearchParams({ offset })}`;
      const answer = await client.call(
        { method: 'GET', path, baseId: null, write: false, subject: 'token', signal },
        BasesAnswer,
      );
      const base = answer.bases.find(({ id }) => id === baseId);
      if (base) return base.permissionLevel;
      if (answer.offset === undefined) return null;
      offset = answer.offset;
    }
    return null;
  } catch (error) {
    if (error instanceof ConnectorError) return null;
    throw error;
  }
}
