import { dirname } from 'node:path';
import {
  type Database,
  loadEncryptionKey,
  openDatabase,
  type Preparation,
  prepareDatabase,
  TokenCipher,
} from '@passerelle/database';
import type { Settings } from './env.ts';
import { olderDealFigures } from './older-deal-figures.ts';

/** A database ready to work with. */
export interface PreparedDatabase {
  readonly database: Database;
  readonly cipher: TokenCipher;
  /** The key file, when it was made just now. */
  readonly createdKeyFile: string | null;
  readonly preparation: Preparation;
}

/** Opens the database of the settings and brings it up to date, an older application's after a copy was made. */
export async function openPreparedDatabase(settings: Settings): Promise<PreparedDatabase> {
  await using parts = new AsyncDisposableStack();
  const database = await openDatabase({ url: settings.databaseUrl });
  parts.defer(() => database.close());
  // After the database: where that cannot be, no key file is left behind.
  const { key, createdFile } = loadEncryptionKey({
    configured: settings.encryptionKey,
    directory: keyDirectory(settings.databaseUrl),
  });
  const cipher = new TokenCipher(key);
  const preparation = await prepareDatabase(database, {
    cipher,
    now: new Date(),
    figuresOf: olderDealFigures,
  });
  parts.move();
  return { database, cipher, createdKeyFile: createdFile, preparation };
}

/** Beside the database where it is a file; else where the file would be. */
function keyDirectory(databaseUrl: string): string {
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(databaseUrl)?.[1];
  return file === undefined ? 'data' : dirname(file);
}
