import BetterSqlite from 'better-sqlite3';
import {
  assigneeFigures,
  coldFigures,
  deadlineFigures,
  filterOptions,
  keyFigures,
  sectorFigures,
  velocityFigures,
  type Work,
} from '../src/index.ts';
import { NOW, TODAY, WON, withDatabase, workOn } from './bench-database.ts';
import { compare } from './compare.ts';
import { statementsOf } from './statements-of.ts';

const TARGET = 1.5;
const filter = { dateFrom: '2026-01-01', statuts: ['prospect', 'gagné'] };
const QUERIES: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
  'key figures': (work) => keyFigures(work, {}, { wonStatuts: WON, now: NOW }),
  'key figures, filtered': (work) => keyFigures(work, filter, { wonStatuts: WON, now: NOW }),
  sectors: (work) => sectorFigures(work, {}),
  performance: (work) => assigneeFigures(work, {}, { wonStatuts: WON }),
  velocity: (work) => velocityFigures(work, {}, { wonStatuts: WON }),
  deadlines: (work) => deadlineFigures(work, {}, { today: TODAY }),
  'cold deals': (work) => coldFigures(work, {}, { wonStatuts: WON, now: NOW }),
  'filter options': (work) => filterOptions(work),
};

/** Each analytics query through our functions, against the SQL it sends, run by better-sqlite3 itself. */
export async function compareAnalytics(path: string): Promise<boolean> {
  const sqlite = new BetterSqlite(path, { readonly: true });
  const results = await withDatabase(path, async (database) => {
    const met: boolean[] = [];
    for (const [name, query] of Object.entries(QUERIES)) {
      const sent = await statementsOf(query, sqlite);
      met.push(
        await compare({
          name,
          ours: () => query(workOn(database)),
          raw: () => sent.map(({ text, values }) => sqlite.prepare(text).all(...values)),
          rounds: 2,
          target: TARGET,
        }),
      );
    }
    return met;
  });
  sqlite.close();
  return !results.includes(false);
}
