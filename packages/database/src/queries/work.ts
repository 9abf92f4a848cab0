import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { DialectSql } from '../dialect.ts';

/** One piece of work on the database: an entity manager (in a transaction or not) and the dialect's SQL. */
export interface Work {
  readonly em: SqlEntityManager;
  readonly sql: DialectSql;
}

/** The remote table a run is about: links and bindings belong to one. */
export interface TableScope {
  readonly provider: string;
  readonly baseId: string;
  readonly tableId: string;
}
