import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DatabaseError } from './errors.ts';

const PREFIX = 'enc:v1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts tokens at rest with AES-256-GCM (NIST SP 800-38D), a fresh nonce each time. The `context` (the
 * provider) is authenticated too, so that a token cannot be moved to another row.
 */
export class TokenCipher {
  readonly #key: Buffer;

  /** `key`: 32 bytes. */
  constructor(key: Buffer) {
    if (key.length !== 32) throw new DatabaseError('bad_key', 'La clé de chiffrement doit faire 32 octets.');
    this.#key = key;
  }

  /** Whether a stored value was made by `encrypt`; a token from an older database is not. */
  static isEncrypted(stored: string): boolean {
    return stored.startsWith(PREFIX);
  }

  encrypt(token: string, context: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
    return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  }

  /** Throws `DatabaseError` `token_unreadable` when the key is not the one it was encrypted with. */
  decrypt(stored: string, context: string): string {
    const bytes = Buffer.from(stored.slice(PREFIX.length), 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new DatabaseError(
        'token_unreadable',
        'Le jeton enregistré ne peut pas être déchiffré avec la clé actuelle : remettez l’ancienne clé ou saisissez le jeton à nouveau.',
        { cause },
      );
    }
  }
}
