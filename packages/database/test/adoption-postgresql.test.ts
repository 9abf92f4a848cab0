import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ConnectorConfig,
  type Database,
  insertDeal,
  keyFigures,
  listSyncLogs,
  openDatabase,
  prepareDatabase,
  TokenCipher,
} from '../src/index.ts';
import { OLDER_ROWS, OLDER_TOKENS, olderInserts, olderTables } from './support/older-database.ts';
import { postgresServer } from './support/postgres-server.ts';
import { deal, NOW, WON, workOn } from './support/sample-deals.ts';

const cipher = new TokenCipher(randomBytes(32));
const options = { cipher, now: NOW };
let database: Database;

beforeEach(async () => {
  const url = await (await postgresServer()).createDatabase(`older_${randomUUID().replaceAll('-', '')}`);
  database = await openDatabase({ url });
});
afterEach(() => database.close());

async function makeOlder(): Promise<void> {
  const em = database.em();
  for (const statement of olderTables('postgresql')) await em.execute(statement);
  for (const [statement, values] of olderInserts()) await em.execute(statement, values);
}

test('every row and value is there afterwards, in the types of ours', async () => {
  await makeOlder();
  expect(await prepareDatabase(database, options)).toEqual({
    copy: null,
    encryptedTokens: 2,
    completedDeals: 0,
  });
  const em = database.em();
  const filled = [
    { probabilite: 0, valeur_ponderee: 0 },
    { valeur_ponderee: 0 },
    { probabilite: 0, valeur_ponderee: 0 },
  ];
  expect(await em.execute('select * from deals order by id')).toEqual(
    OLDER_ROWS.deals.map((row, index) => ({
      ...row,
      ...filled[index],
      updated_at: row.updated_at ?? row.created_at,
    })),
  );
  expect(await em.execute('select * from sync_logs order by id')).toEqual(
    OLDER_ROWS.sync_logs.map((row) => ({ ...row, records_updated: 0 })),
  );
  expect(await em.find(ConnectorConfig, {}, { orderBy: { id: 'asc' } })).toMatchObject([
    { provider: 'airtable', is_active: true, field_mapping: '{"client": "Nom"}' },
    { provider: 'notion', is_active: false, field_mapping: null },
  ]);
  expect(await database.schemaDrift()).toBe('');
});

test('tokens are encrypted, and the table is written anew without their clear text', async () => {
  await makeOlder();
  const [before] = await database.em().execute<{ file: string }[]>(FILE_OF_CONFIGS);
  await prepareDatabase(database, options);
  const configs = await database.em().find(ConnectorConfig, {}, { orderBy: { id: 'asc' } });
  expect(configs.map((row) => cipher.decrypt(row.api_token ?? '', row.provider))).toEqual([
    OLDER_TOKENS.airtable,
    OLDER_TOKENS.notion,
  ]);
  const [after] = await database.em().execute<{ file: string }[]>(FILE_OF_CONFIGS);
  expect(after?.file).not.toBe(before?.file);
});

test('everything works at once, and a second start changes nothing', async () => {
  await makeOlder();
  await prepareDatabase(database, options);
  const work = workOn(database);
  expect(await insertDeal(work, deal({}))).toMatchObject({ id: 10 });
  expect(await keyFigures(work, { search: 'oeuvre' }, { wonStatuts: WON, now: NOW })).toMatchObject({
    count: 1,
    total: 99.99,
  });
  expect((await listSyncLogs(work, { limit: 10 })).map(({ id }) => id)).toEqual([2, 1, 3]);
  const stored = await database.em().execute('select * from connector_configs order by id');
  expect(await prepareDatabase(database, options)).toMatchObject({ encryptedTokens: 0 });
  expect(await database.em().execute('select * from connector_configs order by id')).toEqual(stored);
});

test('columns of other types and ids of any origin are understood', async () => {
  const em = database.em();
  await em.execute(`create table deals (id bigint generated always as identity primary key, client text not null,
    statut text not null, montant_brut numeric(12, 2) not null, probabilite numeric, valeur_ponderee numeric,
    secteur text, date_echeance date, assignee text, notes text, created_at timestamp, updated_at timestamptz,
    origine text not null)`);
  await em.execute(`insert into deals (client, statut, montant_brut, date_echeance, created_at, updated_at, origine)
    values ('Numérique', 'gagné', 123456789.01, '2026-03-31', '2026-01-05 10:00:00.5', '2026-01-06 10:00:00+02', 'salon')`);
  await em.execute(`create table connector_configs (id integer primary key, provider text unique, api_token varchar(40),
    base_id text, table_name text, field_mapping text, is_active boolean, updated_at text)`);
  await em.execute(
    `insert into connector_configs values (7, 'airtable', '${'p'.repeat(40)}', null, null, null, null, null)`,
  );
  await prepareDatabase(database, options);
  expect(await em.execute('select * from deals')).toMatchObject([
    {
      montant_brut: 123456789.01,
      date_echeance: '2026-03-31',
      created_at: '2026-01-05 10:00:00.5',
      updated_at: '2026-01-06 08:00:00',
      origine: 'salon',
    },
  ]);
  expect(await insertDeal(workOn(database), deal({}))).toMatchObject({ id: 2 });
  const provider = { provider: 'notion', updated_at: 'x' };
  expect(await database.em().insert(ConnectorConfig, provider)).toBe(8);
  expect(await database.em().find(ConnectorConfig, { id: 7 })).toMatchObject([{ is_active: true }]);
});

const FILE_OF_CONFIGS = `select pg_relation_filepath('connector_configs') as file`;
