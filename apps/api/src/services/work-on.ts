import type { Database, Work } from '@passerelle/database';

/** A piece of work of its own on the database, outside any transaction. */
export function workOn(database: Database): Work {
  return { em: database.em(), sql: database.sql };
}
