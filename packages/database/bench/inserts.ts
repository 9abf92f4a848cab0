import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { insertDeals, listDeals } from '../src/index.ts';
import { seedFile, withDatabase, workOn } from './bench-database.ts';
import { compare } from './compare.ts';

const COUNT = 10_000;

/** A bulk insert, against a prepared statement on a table that has what it needs and no search beside it. */
export async function compareInserts(folder: string): Promise<boolean> {
  const path = await seedFile(join(folder, 'inserts.db'), COUNT);
  const sqlite = new BetterSqlite(join(folder, 'raw.db'));
  sqlite.pragma('journal_mode = wal');
  sqlite.pragma('synchronous = full');
  const met = await withDatabase(path, async (database) => {
    const rows = (await listDeals(workOn(database), {}, { limit: COUNT })).map(({ id: _, ...row }) => row);
    const [first = {}] = rows;
    const names = Object.keys(first);
    sqlite.exec(
      `create table deals (id integer not null primary key autoincrement, ${names.map((name) => `${name} ${typeof rows[0]?.[name as 'client'] === 'number' ? 'double' : 'text'}`).join(', ')});
       create index deals_client on deals (client)`,
    );
    const insert = sqlite.prepare(
      `insert into deals (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    );
    return compare({
      name: `insert of ${COUNT} deals`,
      ours: () => database.em().transactional((em) => insertDeals({ em, sql: database.sql }, rows)),
      raw: () =>
        sqlite.transaction(() => {
          for (const row of rows) insert.run(Object.values(row));
        })(),
      rounds: 9,
      target: 1.2,
    });
  });
  sqlite.close();
  return met;
}
