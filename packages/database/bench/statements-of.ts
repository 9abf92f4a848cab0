import type BetterSqlite from 'better-sqlite3';
import { DIALECTS } from '../src/dialect.ts';
import type { Work } from '../src/index.ts';

/** A statement that a query of ours sent. */
export interface SentStatement {
  readonly text: string;
  readonly values: unknown[];
}

/** The statements a query sends, taken down by an entity manager that is none. */
export async function statementsOf(
  query: (work: Work) => Promise<unknown>,
  sqlite: BetterSqlite.Database,
): Promise<SentStatement[]> {
  const sent: SentStatement[] = [];
  const em = {
    getConnection: () => ({}),
    execute: async (text: string, values: unknown[]) => {
      sent.push({ text, values });
      return sqlite.prepare(text).all(...values);
    },
  };
  await query({ em: em as unknown as Work['em'], sql: DIALECTS.sqlite });
  return sent;
}
