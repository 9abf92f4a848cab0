import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RateLimiterPool } from '@passerelle/connector';
import { airtable } from '@passerelle/connector-airtable';
import { openDatabase } from '@passerelle/database';
import Database from 'better-sqlite3';
import { SyncEngine } from '../src/index.ts';

/**
 * Import of 10,000 records by the engine, against what nobody can do without: fetch every page, parse it, and upsert
 * its rows with a prepared statement. The raw way is measured twice: with one transaction per page, as memory that does
 * not grow with the table asks for, and with all rows in memory and one transaction at the end, which is the fastest
 * one can be and keeps nothing of a run that dies. Same database settings; in turns, medians compared.
 */
const RECORDS = 10_000;
const PAGE = 100;
const ROUNDS = 5;
const TARGET = 0.4;
const BASE = 'appBench000000001';

const vendor = fork(new URL('./unlimited-airtable.ts', import.meta.url), [String(RECORDS)]);
const [apiUrl] = (await once(vendor, 'message')) as [string];
const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
try {
  const rounds: Record<'ours' | 'perPage' | 'atOnce', number>[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    rounds.push({
      perPage: await timed(() => importRaw(`page-${round}`, PAGE)),
      atOnce: await timed(() => importRaw(`once-${round}`, RECORDS)),
      ours: await importOurs(round),
    });
  }
  // The first round warms caches and the compiler.
  const [ours, perPage, atOnce] = (['ours', 'perPage', 'atOnce'] as const).map((way) =>
    median(rounds.slice(1).map((round) => round[way])),
  ) as [number, number, number];
  const speed = (ms: number) => `${Math.round(RECORDS / (ms / 1000))} records/s`;
  const ratio = perPage / ours;
  console.log(`import of ${RECORDS} records: engine ${speed(ours)}`);
  console.log(
    `  raw, a transaction per page ${speed(perPage)}, ratio ${ratio.toFixed(2)} (target >= ${TARGET})`,
  );
  console.log(
    `  raw, all in memory and one transaction ${speed(atOnce)}, ratio ${(atOnce / ours).toFixed(2)}`,
  );
  if (ratio < TARGET) process.exitCode = 1;
} finally {
  vendor.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function importOurs(round: number): Promise<number> {
  const database = await openDatabase({ url: `sqlite:${join(folder, `ours-${round}.db`)}` });
  await database.migrate();
  const connector = airtable.connect({
    apiUrl,
    token: 'bench',
    baseId: BASE,
    tableName: 'Deals',
    fetch,
    limiters: new RateLimiterPool({ enforced: false }),
  });
  const engine = new SyncEngine({ database });
  const duration = await timed(async () => {
    const result = await engine.run({ provider: 'airtable', direction: 'import', connector, mapping: null });
    if (result.created !== RECORDS) throw new Error(`${result.created} created`);
  });
  await database.close();
  return duration;
}

interface Row {
  id: string;
  fields: Record<string, string | number>;
}

async function importRaw(name: string, rowsPerTransaction: number): Promise<void> {
  const database = new Database(join(folder, `${name}.db`));
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec(
    `create table deals (id text primary key, client text, statut text, montant_brut real, secteur text, date_echeance text, assignee text, notes text)`,
  );
  const upsert = database.prepare(
    `insert into deals values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set client = excluded.client, statut = excluded.statut, montant_brut = excluded.montant_brut, secteur = excluded.secteur, date_echeance = excluded.date_echeance, assignee = excluded.assignee, notes = excluded.notes`,
  );
  const names = ['Name', 'Status', 'Amount', 'Sector', 'Due Date', 'Assignee', 'Notes'];
  const store = database.transaction((rows: Row[]) => {
    for (const { id, fields } of rows) upsert.run(id, ...names.map((name) => fields[name]));
  });
  let rows: Row[] = [];
  for (let offset: string | undefined = ''; offset !== undefined; ) {
    const page: { records: Row[]; offset?: string } = await fetchPage(offset);
    rows.push(...page.records);
    if (rows.length >= rowsPerTransaction || page.offset === undefined) {
      store(rows);
      rows = [];
    }
    offset = page.offset;
  }
  database.close();
}

async function fetchPage(offset: string): Promise<{ records: Row[]; offset?: string }> {
  const response = await fetch(`${apiUrl}/${BASE}/Deals?pageSize=100&offset=${encodeURIComponent(offset)}`, {
    headers: { authorization: 'Bearer bench' },
  });
  return (await response.json()) as { records: Row[]; offset?: string };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
