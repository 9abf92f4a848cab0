import BetterSqlite from 'better-sqlite3';
import { indexAllDeals, indexNextDeals, keyFigures } from '../src/index.ts';
import { NOW, seconds, WON, withDatabase, workOn } from './bench-database.ts';
import { compare, timed } from './compare.ts';

/** Figures of a search by the index, against the search one writes by hand, which misses other cases and accents. */
export async function compareSearch(path: string): Promise<boolean> {
  const sqlite = new BetterSqlite(path, { readonly: true });
  const met = await withDatabase(path, async (database) => {
    const steps: number[] = [];
    const indexing = await timed(async () => {
      for (let indexed = 1; indexed > 0; ) {
        steps.push(
          await timed(async () => {
            indexed = await indexNextDeals(workOn(database));
          }),
        );
      }
    });
    await indexAllDeals(workOn(database));
    steps.sort((one, other) => one - other);
    const at = (part: number) => steps[Math.floor((steps.length - 1) * part)]?.toFixed(0);
    console.log(
      `index of 100,000 deals: ${seconds(indexing)}, steps of ${at(0.5)} ms (99 %: ${at(0.99)} ms, longest ${at(1)} ms)`,
    );
    return compare({
      name: 'key figures of a search, 100,000 deals',
      ours: () => keyFigures(workOn(database), { search: 'lefevre lyon 12' }, { wonStatuts: WON, now: NOW }),
      raw: () =>
        sqlite
          .prepare('select count(*), sum(montant_brut) from deals where client like ? or notes like ?')
          .all('%lefèvre lyon 12%', '%lefèvre lyon 12%'),
      rounds: 5,
      target: 0.5,
    });
  });
  sqlite.close();
  return met;
}
