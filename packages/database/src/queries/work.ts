import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { DialectSql } from '../dialect.ts';

/** One piece of work on the database: an entity manager (in a transaction or not) and the dialect's SQL. */
export interface Work {
  readonly em: SqlEntityManager;
  readonly sql: DialectSql;
}

/** The remote table a run is about, as providers name it. */
export interface TableName {
  readonly provider: string;
  readonly baseId: string;
  readonly tableId: string;
}

/** The same, known to the database: links and bindings belong to it. */
export interface TableScope extends TableName {
  /** Its id in `remote_tables`. */
  readonly id: number;
}
