import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { compare, seedFile } from '@passerelle/database/bench';
import BetterSqlite from 'better-sqlite3';
import { parse } from 'csv-parse';
import { startCrm } from './crm-process.ts';

const TARGET = 2.5;
const ROWS = 100_000;
const COLUMNS = ['client', 'statut', 'montant_brut', 'secteur', 'date_echeance', 'assignee', 'notes'];

/** A file of deals in pieces of a thousand rows. */
export function* csvOfDeals(rows: number): Generator<string> {
  yield `${COLUMNS.join(';')}\n`;
  for (let row = 0; row < rows; row += 1_000) {
    const lines = Array.from({ length: Math.min(1_000, rows - row) }, (_, index) => {
      const number = row + index;
      return `Société n° ${number};négociation;${1_000 + number / 4};Industrie;2026-12-31;Claire Dubois;"Relancer, puis ""signer"" n° ${number}"\n`;
    });
    yield lines.join('');
  }
}

/** The upload of a file over HTTP, against csv-parse and one prepared insert in one transaction. */
export async function compareUpload(folder: string): Promise<boolean> {
  const server = await startCrm(await seedFile(join(folder, 'upload.db'), 1_000));
  const sqlite = new BetterSqlite(join(folder, 'raw-upload.db'));
  try {
    sqlite.pragma('journal_mode = wal');
    sqlite.pragma('synchronous = full');
    sqlite.exec(
      `create table if not exists deals (id integer not null primary key autoincrement, ${COLUMNS.join(' text, ')} text);
       create index if not exists deals_client on deals (client)`,
    );
    return await compare({
      name: `POST /api/upload/csv of ${ROWS} deals`,
      ours: async () => {
        const imported = await server.upload(csvOfDeals(ROWS));
        if (imported !== ROWS) throw new Error(`${imported} deals were added`);
      },
      raw: () => insertRaw(sqlite),
      rounds: 3,
      target: TARGET,
    });
  } finally {
    await server.stop();
    sqlite.close();
  }
}

async function insertRaw(sqlite: BetterSqlite.Database): Promise<void> {
  const insert = sqlite.prepare(
    `insert into deals (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`,
  );
  const rows = Readable.from(csvOfDeals(ROWS)).pipe(parse({ delimiter: ';', from_line: 2 }));
  sqlite.exec('begin');
  rows.on('data', (row: string[]) => insert.run(row));
  await once(rows, 'end');
  sqlite.exec('commit');
}
