import type { Database } from '../open-database.ts';
import { TokenCipher } from '../token-cipher.ts';

/** A token as an older application stored it. */
export interface ClearToken {
  readonly id: number;
  readonly provider: string;
  readonly api_token: string;
}

/** Selects the tokens there are, encrypted or not. */
export const SELECT_TOKENS = `select id, provider, api_token from connector_configs where api_token <> ''`;

/** Replaces a token unless it was replaced meanwhile. */
export const REPLACE_TOKEN = 'update connector_configs set api_token = ? where id = ? and api_token = ?';

/** The tokens stored in clear text. */
export async function clearTokens(database: Database): Promise<ClearToken[]> {
  const rows = await database.em().execute<ClearToken[]>(SELECT_TOKENS);
  return rows.filter(isClear);
}

/** Whether a stored token is not encrypted. */
export function isClear({ api_token }: ClearToken): boolean {
  return !TokenCipher.isEncrypted(api_token);
}

/** Encrypts them, all or none. */
export async function encryptTokens(
  database: Database,
  cipher: TokenCipher,
  tokens: readonly ClearToken[],
): Promise<void> {
  if (tokens.length === 0) return;
  await database.em().transactional(async (em) => {
    for (const { id, provider, api_token } of tokens) {
      await em.execute(REPLACE_TOKEN, [cipher.encrypt(api_token, provider), id, api_token]);
    }
  });
}
