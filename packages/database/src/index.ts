export type { Dialect } from './dialect.ts';
export { type EncryptionKey, loadEncryptionKey } from './encryption-key.ts';
export * from './entities/index.ts';
export { DatabaseError, type DatabaseErrorCode } from './errors.ts';
export { type Database, openDatabase } from './open-database.ts';
export * from './queries/index.ts';
export { TokenCipher } from './token-cipher.ts';
