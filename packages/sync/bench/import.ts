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
 * Import of 10,000 records by the engine, against what nobody can do without: fetch every page, parse it, and
 * upsert the same rows with one prepared statement in one transaction. Both in turns, medians compared.
 */
const RECORDS = 10_000;
const ROUNDS = 5;
const TARGET = 0.4;
const BASE = 'appBench000000001';

const vendor = fork(new URL('./unlimited-airtable.ts', import.meta.url), [String(RECORDS)]);
const [apiUrl] = (await once(vendor, 'message')) as [string];
const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
try {
  const rounds: { ours: number; raw: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    rounds.push({ raw: await timed(() => importRaw(round)), ours: await importOurs(round) });
  }
  // The first round warms caches and the compiler.
  const ours = median(rounds.slice(1).map((round) => round.ours));
  const raw = median(rounds.slice(1).map((round) => round.raw));
  const ratio = raw / ours;
  console.log(
    `import ${RECORDS} records: engine ${Math.round(RECORDS / (ours / 1000))} records/s, fetch + parse + raw upsert ${Math.round(RECORDS / (raw / 1000))} records/s, ratio ${ratio.toFixed(2)} (target >= ${TARGET})`,
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

async function importRaw(round: number): Promise<void> {
  const database = new Database(join(folder, `raw-${round}.db`));
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec(
    `create table deals (id text primary key, client text, statut text, montant_brut real, secteur text, date_echeance text, assignee text, notes text)`,
  );
  const upsert = database.prepare(
    `insert into deals values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set client = excluded.client, statut = excluded.statut, montant_brut = excluded.montant_brut, secteur = excluded.secteur, date_echeance = excluded.date_echeance, assignee = excluded.assignee, notes = excluded.notes`,
  );
  const rows: Row[] = [];
  for (let offset: string | undefined = ''; offset !== undefined; ) {
    const page: { records: Row[]; offset?: string } = await fetchPage(offset);
    rows.push(...page.records);
    offset = page.offset;
  }
  const names = ['Name', 'Status', 'Amount', 'Sector', 'Due Date', 'Assignee', 'Notes'];
  database.transaction(() => {
    for (const { id, fields } of rows) upsert.run(id, ...names.map((name) => fields[name]));
  })();
  if (rows.length !== RECORDS) throw new Error(`${rows.length} rows`);
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
