import {
  type ConnectionCheck,
  ConnectorError,
  type ConnectorErrorCode,
  isReachFailure,
} from '@passerelle/connector';
import * as z from 'zod';
import type { NotionClient } from '../client/notion-client.ts';

const BotAnswer = z.object({
  name: z.string().nullish(),
  bot: z.object({ workspace_name: z.string().nullish() }).nullish(),
});

/** A token that may not ask who it is has been recognised all the same. */
const RECOGNISED: ReadonlySet<ConnectorErrorCode> = new Set(['forbidden', 'access_lost', 'record_gone']);

/** Whether Notion answers, and whether it knows the token: one request. */
export async function checkToken(
  client: NotionClient,
  signal: AbortSignal | undefined,
): Promise<ConnectionCheck[]> {
  try {
    const call = { method: 'GET', path: '/users/me', write: false, subject: 'token', signal } as const;
    const { name, bot } = await client.call(call, BotAnswer);
    const where = bot?.workspace_name ? ` dans l'espace « ${bot.workspace_name} »` : '';
    return [
      reached(),
      { name: 'token', ok: true, message: `Jeton accepté : « ${name || 'intégration'} »${where}.` },
    ];
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (isReachFailure(error)) return [{ name: 'network', ok: false, message: error.message }];
    const ok = RECOGNISED.has(error.code);
    return [reached(), { name: 'token', ok, message: ok ? 'Jeton accepté.' : error.message }];
  }
}

function reached(): ConnectionCheck {
  return { name: 'network', ok: true, message: 'Notion répond.' };
}
