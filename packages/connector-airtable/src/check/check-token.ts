import { type ConnectionCheck, ConnectorError, isReachFailure } from '@passerelle/connector';
import * as z from 'zod';
import type { AirtableClient } from '../client/airtable-client.ts';

/** Scopes are told for some kinds of token only. */
const WhoamiAnswer = z.object({ scopes: z.array(z.string()).optional().catch(undefined) });

/** What asking for the token's owner showed. */
export interface TokenFindings {
  readonly checks: ConnectionCheck[];
  /** `null` when Airtable does not tell. */
  readonly scopes: readonly string[] | null;
}

/** Whether Airtable answers, and whether it knows the token: one request. */
export async function checkToken(
  client: AirtableClient,
  signal: AbortSignal | undefined,
): Promise<TokenFindings> {
  try {
    const { scopes } = await client.call(
      { method: 'GET', path: '/meta/whoami', baseId: null, write: false, subject: 'token', signal },
      WhoamiAnswer,
    );
    return {
      checks: [reached(), { name: 'token', ok: true, message: 'Jeton accepté.' }],
      scopes: scopes ?? null,
    };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { message } = error;
    const checks: ConnectionCheck[] = isReachFailure(error)
      ? [{ name: 'network', ok: false, message }]
      : [reached(), { name: 'token', ok: false, message }];
    return { checks, scopes: null };
  }
}

function reached(): ConnectionCheck {
  return { name: 'network', ok: true, message: 'Airtable répond.' };
}
