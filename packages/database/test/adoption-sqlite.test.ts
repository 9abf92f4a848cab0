import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, insertDeal, openDatabase, prepareDatabase, TokenCipher } from '../src/index.ts';
import { makeOlderSqlite, OLDER_ROWS, OLDER_TOKENS } from './support/older-database.ts';
import { deal, workOn } from './support/sample-deals.ts';

const cipher = new TokenCipher(randomBytes(32));
const now = new Date('2026-11-22T10:00:00.123Z');
const copyName = 'crm.avant-reprise-20261122T100000Z.db';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-adoption-'));
  file = join(folder, 'crm.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens, prepares and closes, as one life of a server. */
async function start<T>(during: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: `sqlite:${file}` });
  const result = await during(database);
  await database.close();
  return result;
}
const prepare = (database: Database) => prepareDatabase(database, { cipher, now });

function rowsOf(path: string, table: string): Record<string, unknown>[] {
  const database = new BetterSqlite(path, { readonly: true });
  const rows = database.prepare<[], Record<string, unknown>>(`select * from ${table} order by id`).all();
  database.close();
  return rows;
}

function filesHolding(text: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}

test('every row and value is there afterwards, and what was missing has a value', async () => {
  makeOlderSqlite(file);
  await start(prepare);
  const filled = [
    { probabilite: 0, valeur_ponderee: 0 },
    { valeur_ponderee: 0 },
    { probabilite: 0, valeur_ponderee: 0 },
  ];
  expect(rowsOf(file, 'deals')).toEqual(
    OLDER_ROWS.deals.map((row, index) => ({
      ...row,
      ...filled[index],
      updated_at: row.updated_at ?? row.created_at,
    })),
  );
  expect(rowsOf(file, 'sync_logs')).toEqual(
    OLDER_ROWS.sync_logs.map((row) => ({ ...row, records_updated: 0 })),
  );
  expect(rowsOf(file, 'connector_configs')).toEqual(
    OLDER_ROWS.connector_configs.map((row) => ({ ...row, api_token: expect.stringMatching(/^enc:v1:/) })),
  );
});

test('figures that were missing follow from statut and amount, where the caller says how', async () => {
  makeOlderSqlite(file);
  const figuresOf = (statut: string, montant: number) =>
    statut === 'abandonné' ? null : { probabilite: 0.5, valeur_ponderee: montant / 2 };
  const done = await start((database) => prepareDatabase(database, { cipher, now, figuresOf }));
  expect(done.completedDeals).toBe(2);
  expect(rowsOf(file, 'deals')).toMatchObject([
    { probabilite: 0.5, valeur_ponderee: 750.05 },
    { probabilite: 0.7, valeur_ponderee: 100 },
    { probabilite: 0, valeur_ponderee: 0 },
    { probabilite: 1, valeur_ponderee: 99.99 },
  ]);
});

test('tokens are encrypted and left nowhere in clear: file, freed pages, journal, log, copy', async () => {
  makeOlderSqlite(file);
  expect(filesHolding('PLANTED2222').length).toBeGreaterThan(0);
  expect(filesHolding('PLANTED0000').length).toBeGreaterThan(0);
  const database = await openDatabase({ url: `sqlite:${file}` });
  expect(await prepare(database)).toMatchObject({ encryptedTokens: 2 });
  // While it is open, and so its log there, as well as after.
  expect(filesHolding('PLANTED')).toEqual([]);
  await database.close();
  expect(filesHolding('PLANTED')).toEqual([]);
  for (const path of [file, join(folder, copyName)]) {
    const tokens = rowsOf(path, 'connector_configs').map(({ api_token, provider }) =>
      cipher.decrypt(String(api_token), String(provider)),
    );
    expect(tokens).toEqual([OLDER_TOKENS.airtable, OLDER_TOKENS.notion]);
  }
});

test('a copy as it was, but for the tokens, is made first and named', async () => {
  makeOlderSqlite(file);
  chmodSync(file, 0o640);
  const { copy } = await start(prepare);
  expect(copy).toBe(join(folder, copyName));
  expect(statSync(join(folder, copyName)).mode & 0o777).toBe(0o640);
  for (const table of ['deals', 'sync_logs'] as const) {
    expect(rowsOf(join(folder, copyName), table)).toEqual(OLDER_ROWS[table]);
  }
});

test('nothing is changed when the copy cannot be made', async () => {
  // The name of its copy is longer than a file system takes.
  file = join(folder, `${'x'.repeat(230)}.db`);
  makeOlderSqlite(file);
  await expect(start(prepare)).rejects.toMatchObject({
    code: 'cannot_copy',
    message: expect.stringContaining('vérifiez l’espace disque'),
  });
  expect(rowsOf(file, 'deals')).toEqual(OLDER_ROWS.deals);
  expect(rowsOf(file, 'connector_configs')).toEqual(OLDER_ROWS.connector_configs);
});

test('a second start changes no byte and makes no second copy', async () => {
  makeOlderSqlite(file);
  await start(prepare);
  const before = readFileSync(file);
  const files = readdirSync(folder);
  const later = { cipher, now: new Date('2026-11-23T10:00:00Z') };
  const second = await start((database) => prepareDatabase(database, later));
  expect(second).toEqual({ copy: null, encryptedTokens: 0, completedDeals: 0 });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(files);
});

test('the adopted tables are as the entities describe them, and everything works at once', async () => {
  makeOlderSqlite(file);
  await start(async (database) => {
    await prepare(database);
    expect(await database.schemaDrift()).toBe('');
    expect(await insertDeal(workOn(database), deal({}))).toMatchObject({ id: 10 });
    await expect(
      database.em().execute(`insert into connector_configs (provider, updated_at) values ('notion', 'x')`),
    ).rejects.toThrow(/unique/i);
  });
});

test('columns, tables and views we do not know stay, with what they hold', async () => {
  makeOlderSqlite(file, { extras: true });
  await start(async (database) => {
    await prepare(database);
    await insertDeal(workOn(database), deal({ client: 'Nouveau', montant_brut: 500 }));
    const em = database.em();
    expect(await em.execute('select id, origine from deals order by id limit 2')).toEqual([
      { id: 3, origine: 'salon' },
      { id: 5, origine: 'salon' },
    ]);
    expect(await em.execute('select * from visits')).toHaveLength(2);
    expect(await em.execute('select client from big_deals')).toEqual([
      { client: 'Aubépine SA' },
      { client: 'Côté & fils' },
      { client: 'Nouveau' },
    ]);
    await em.execute('delete from deals where id = 3');
    expect(await em.execute('select * from visits')).toEqual([{ id: 2, deal_id: 9 }]);
  });
});

test('a new database is made without a copy, and one of ours is not copied again', async () => {
  expect(await start(prepare)).toEqual({ copy: null, encryptedTokens: 0, completedDeals: 0 });
  expect(await start(prepare)).toEqual({ copy: null, encryptedTokens: 0, completedDeals: 0 });
  expect(readdirSync(folder)).toEqual(['crm.db']);
});

test('a token that another program put in clear text later is encrypted at the next start', async () => {
  await start(prepare);
  const other = new BetterSqlite(file);
  other.exec(
    `insert into connector_configs (provider, api_token, updated_at) values ('airtable', 'patPLANTED3333', '2026')`,
  );
  other.close();
  expect(await start(prepare)).toMatchObject({ copy: join(folder, copyName), encryptedTokens: 1 });
  expect(filesHolding('PLANTED')).toEqual([]);
});
