import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError } from './errors.ts';

/** A key and where it came from; `createdFile` names the key file when it was made just now. */
export interface EncryptionKey {
  readonly key: Buffer;
  readonly createdFile: string | null;
}

/**
 * The key tokens are encrypted with: `configured` (32 bytes in base64) when given, else the content of
 * `passerelle.key` in `directory`, made with mode 600 at the first start. Throws `DatabaseError` `bad_key`.
 */
export function loadEncryptionKey(options: {
  configured?: string | undefined;
  directory: string;
}): EncryptionKey {
  if (options.configured !== undefined) {
    return { key: decodeKey(options.configured, 'PASSERELLE_ENCRYPTION_KEY'), createdFile: null };
  }
  const file = join(options.directory, 'passerelle.key');
  if (existsSync(file)) return { key: decodeKey(readFileSync(file, 'utf8').trim(), file), createdFile: null };
  mkdirSync(options.directory, { recursive: true });
  const key = randomBytes(32);
  // `wx`: two processes starting together must not write two keys.
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return { key, createdFile: file };
}

function decodeKey(text: string, origin: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) {
    throw new DatabaseError(
      'bad_key',
      `${origin} doit contenir 32 octets en base64 (openssl rand -base64 32).`,
    );
  }
  return key;
}
