import {
  assigneeFigures,
  coldFigures,
  deadlineFigures,
  filterOptions,
  keyFigures,
  sectorFigures,
  streamColdDeals,
  streamOverdue,
  streamUpcoming,
  velocityFigures,
  type Work,
} from '@passerelle/database';
import { compare, NOW, type SentStatement, statementsOf, TODAY, WON } from '@passerelle/database/bench';
import BetterSqlite from 'better-sqlite3';
import { startCrm } from './crm-process.ts';

const TARGET = 1.5;
const won = { wonStatuts: WON };
const cold = { ...won, now: NOW };
const today = { today: TODAY };

/** What a list shows of a deal, as columns; who sends the statements is of no importance here. */
const list = { shape: {}, showAmount: String };
const LISTED = 'd.id, d.client, d.statut, d.montant_brut, d.secteur, d.date_echeance, d.assignee';

type Query = (work: Work) => Promise<unknown>;

/** Each path of figures, with the queries that answer it. */
const PATHS: Readonly<Record<string, readonly Query[]>> = {
  '/kpis': [(work) => keyFigures(work, {}, cold)],
  '/analytics/sectors': [(work) => sectorFigures(work, {})],
  '/analytics/performance': [(work) => assigneeFigures(work, {}, won)],
  '/analytics/velocity': [(work) => velocityFigures(work, {}, won)],
  '/filters/options': [filterOptions],
  '/analytics/deadlines': [
    (work) => deadlineFigures(work, {}, today),
    (work) => streamOverdue(work, {}, { ...today, list }).next(),
    (work) => streamUpcoming(work, {}, { ...today, list }).next(),
  ],
  '/analytics/cold-deals': [
    (work) => coldFigures(work, {}, cold),
    (work) => streamColdDeals(work, {}, { ...cold, list }).next(),
  ],
};

/** Each path over HTTP, against the SQL that answers it, run by better-sqlite3 itself. */
export async function compareFigures(file: string): Promise<boolean> {
  const sqlite = new BetterSqlite(file, { readonly: true });
  const server = await startCrm(file);
  const met: boolean[] = [];
  try {
    for (const [path, queries] of Object.entries(PATHS)) {
      const sent = await Promise.all(queries.map((query) => statementsOf(query, sqlite)));
      const statements = sent.flat().filter(isWhole).map(ofRows);
      met.push(
        await compare({
          name: `GET /api${path}`,
          ours: () => server.read(path),
          raw: () => statements.map(({ text, values }) => run(sqlite, text, values)),
          rounds: 3,
          target: TARGET,
        }),
      );
    }
  } finally {
    await server.stop();
    sqlite.close();
  }
  return !met.includes(false);
}

/** A list is read in batches by us; raw, it is one select. */
function isWhole({ text }: SentStatement): boolean {
  return !text.includes('json_each');
}

/** The ids that a list is put in order by, as the rows themselves in that order. */
function ofRows({ text, values }: SentStatement): SentStatement {
  const listed = /^select json_group_array\(d\.id order by (?<order>.+)\) as ids (?<from>.+)$/s.exec(
    text,
  )?.groups;
  return listed
    ? { text: `select ${LISTED} ${listed.from} order by ${listed.order}`, values }
    : { text, values };
}

/** What it costs to get the rows and write them as JSON, without anything of ours. */
function run(sqlite: BetterSqlite.Database, text: string, values: unknown[]): number {
  let bytes = 0;
  for (const row of sqlite.prepare(text).iterate(...values)) bytes += JSON.stringify(row).length;
  return bytes;
}
