import BetterSqlite from 'better-sqlite3';
import { streamDeals } from '../src/index.ts';
import { withDatabase, workOn } from './bench-database.ts';
import { compare, timed } from './compare.ts';

/** All deals as JSON, against one select of better-sqlite3 and `JSON.stringify`. */
export async function compareStreaming(path: string): Promise<boolean> {
  const sqlite = new BetterSqlite(path, { readonly: true });
  const met = await withDatabase(path, async (database) => {
    const first = await timed(() => streamDeals(workOn(database)).next());
    console.log(`first batch of the stream: ${first.toFixed(1)} ms`);
    const written = { bytes: 0 };
    return compare({
      name: 'stream of every deal',
      ours: async () => {
        for await (const deals of streamDeals(workOn(database))) {
          for (const deal of deals) written.bytes += JSON.stringify(deal).length;
        }
      },
      raw: () => {
        for (const deal of sqlite.prepare('select * from deals').iterate()) {
          written.bytes += JSON.stringify(deal).length;
        }
      },
      rounds: 2,
      target: 1.5,
    });
  });
  sqlite.close();
  return met;
}
