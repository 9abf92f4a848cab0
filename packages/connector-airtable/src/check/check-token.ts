import { type ConnectionCheck, ConnectorError, type ConnectorErrorCode } from '@passerelle/connector';
import * as z from 'zod';
import type { AirtableClient } from '../client/airtable-client.ts';

/** Scopes are told for some kinds of token only. */
const WhoamiAnswer = z.object({ scopes: z.array(z.string()).optional().catch(undefined) });

/** Failures of the way to Airtable, or of Airtable itself, that say nothing of the token. */
const NETWORK_FAULTS: ReadonlySet<ConnectorErrorCode> = new Set([
  'network',
  'vendor_down',
  'answer_unreadable',
  'rate_limited',
]);

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
    const { code, message } = error;
    const checks: ConnectionCheck[] = NETWORK_FAULTS.has(code)
      ? [{ name: 'network', ok: false, message }]
      : [reached(), { name: 'token', ok: false, message }];
    return { checks, scopes: null };
  }
}

function reached(): ConnectionCheck {
  return { name: 'network', ok: true, message: 'Airtable répond.' };
}
