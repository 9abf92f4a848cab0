import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { DatabaseError } from '../errors.ts';
import type { TokenCipher } from '../token-cipher.ts';
import { type ClearToken, isClear, REPLACE_TOKEN, SELECT_TOKENS } from './clear-tokens.ts';

/**
 * Copies a SQLite file as it is now, except that the tokens in the copy are encrypted; answers where the copy is,
 * beside the file and as readable as it. Throws `DatabaseError` `cannot_copy`.
 */
export function copySqlite(
  database: BetterSqlite.Database,
  { cipher, now }: { cipher: TokenCipher; now: Date },
): string {
  const copy = freeName(database.name, now);
  const unfinished = `${copy}.partial`;
  try {
    rmSync(unfinished, { force: true });
    writeFileSync(unfinished, '', { mode: statSync(database.name).mode & 0o777 });
    database.prepare('vacuum into ?').run(unfinished);
    encryptIn(unfinished, cipher);
    renameSync(unfinished, copy);
    return copy;
  } catch (cause) {
    discard(unfinished);
    throw new DatabaseError(
      'cannot_copy',
      `Impossible de copier la base ${database.name} avant de la reprendre : vérifiez l’espace disque et les droits du dossier. La base n’a pas été modifiée.`,
      { cause },
    );
  }
}

/** What failed is what has to be told, not that there was nothing to remove. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}

/** `crm.avant-reprise-20261122T100000Z.db`, with a number when there is one of that second. */
function freeName(file: string, now: Date): string {
  const extension = extname(file);
  const instant = now.toISOString().replace(/\.\d+|[-:]/g, '');
  const name = join(dirname(file), `${basename(file, extension)}.avant-reprise-${instant}`);
  for (let number = 1; ; number += 1) {
    const candidate = `${name}${number === 1 ? '' : `-${number}`}${extension}`;
    if (!existsSync(candidate)) return candidate;
  }
}

/** A copy that is interrupted is thrown away, so it needs no journal, which would hold the clear text. */
function encryptIn(file: string, cipher: TokenCipher): void {
  const copy = new BetterSqlite(file);
  try {
    copy.pragma('journal_mode = off');
    copy.pragma('secure_delete = on');
    const hasTokens = copy.pragma(`table_info('connector_configs')`);
    if (Array.isArray(hasTokens) && hasTokens.length > 0) {
      const tokens = copy.prepare<[], ClearToken>(SELECT_TOKENS).all().filter(isClear);
      const replace = copy.prepare(REPLACE_TOKEN);
      for (const { id, provider, api_token } of tokens) {
        replace.run(cipher.encrypt(api_token, provider), id, api_token);
      }
    }
    copy.exec('vacuum');
  } finally {
    copy.close();
  }
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
