import { compare } from '@passerelle/database/bench';
import BetterSqlite from 'better-sqlite3';
import { startCrm } from './crm-process.ts';

const TARGET = 1.5;
const MOST_MEGABYTES = 250;

/** All deals over HTTP, against one select of better-sqlite3 and `JSON.stringify`; and the memory that takes. */
export async function compareStream(file: string): Promise<boolean> {
  const sqlite = new BetterSqlite(file, { readonly: true });
  const server = await startCrm(file);
  try {
    const met = await compare({
      name: 'GET /api/deals',
      ours: () => server.read('/deals'),
      raw: () => {
        let bytes = 0;
        for (const deal of sqlite.prepare('select * from deals').iterate()) {
          bytes += JSON.stringify(deal).length;
        }
        return bytes;
      },
      rounds: 3,
      target: TARGET,
    });
    const peak = await server.peakMegabytes();
    console.log(`GET /api/deals: peak memory ${peak} MB (target < ${MOST_MEGABYTES})`);
    return met && peak < MOST_MEGABYTES;
  } finally {
    await server.stop();
    sqlite.close();
  }
}
