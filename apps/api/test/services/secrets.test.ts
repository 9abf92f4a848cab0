import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { SecretMask } from '../../src/secret-mask.ts';
import { tablesOf } from '../support/catalogue.ts';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { CONFIGURATIONS } from '../support/remote-tables.ts';
import { openWorld, type World } from '../support/world.ts';

const CONFIG = '/api/connectors/config/airtable';
const token = CONFIGURATIONS.airtable.api_token;

/** Every byte a database holds: its files, write-ahead log included, or every row of every table. */
async function contentOf({ database, directory }: World): Promise<string> {
  if (database.dialect === 'sqlite') {
    return readdirSync(directory)
      .map((name) => readFileSync(join(directory, name), 'latin1'))
      .join();
  }
  const tables = await tablesOf(database);
  const rows = await Promise.all(tables.map((table) => database.em().execute(`select * from "${table}"`)));
  return JSON.stringify(rows);
}

describe.each(TEST_DIALECTS)('a planted token (%s)', (dialect) => {
  it('is in no answer, no log line and no byte of the database, whatever is done with it', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    const answers: string[] = [];
    const call = async (method: string, path: string, body?: unknown) => {
      answers.push(JSON.stringify(await world.call(method, path, body)));
    };
    await world.configure('airtable');
    await call('GET', '/api/connectors/config');
    await call('PUT', CONFIG, { table_name: 'Deals' });
    await call('POST', '/api/connectors/test/airtable');
    await call('POST', '/api/sync/airtable/import');
    await call('POST', '/api/sync/airtable/export');
    // Refused in every way an input can be.
    await call('PUT', CONFIG, { api_token: [token] });
    await call('PUT', CONFIG, { api_token: `${token} ${token}` });
    await call('PUT', CONFIG, { api_token: token.repeat(40) });
    await call('PUT', CONFIG, token);
    await call('GET', `/api/sync/logs?api_token=${encodeURIComponent(token)}`);
    // Refused by the vendor, then out of the vendor's reach.
    world.airtable.state.revokeToken(token);
    await call('POST', '/api/connectors/test/airtable');
    await call('POST', '/api/sync/airtable/import');
    await world.airtable.close();
    await call('POST', '/api/connectors/test/airtable');
    await call('POST', '/api/sync/airtable/import');
    // Failed by a fault of ours: the log has it all, but not the token.
    await world.database.em().execute('drop table connector_configs');
    await call('PUT', CONFIG, { api_token: token });
    await call('POST', '/api/connectors/test/airtable');

    expect(answers.join()).toContain('Une erreur imprévue');
    expect(answers.join()).not.toContain(token);
    expect(world.logLines.join()).toContain('unforeseen error');
    expect(world.logLines.join()).not.toContain(token);
    expect(world.logLines.join()).not.toContain(encodeURIComponent(token));
    const content = await contentOf(world);
    expect(content).toContain('Atelier Morel');
    expect(content).not.toContain(token);
  });
});

describe('the log', () => {
  it('shows no known secret, as it is, in a URL or in JSON', () => {
    const mask = new SecretMask();
    const secret = 'clé/à "garder"';
    mask.add(secret);
    const text = `${secret} ${encodeURIComponent(secret)} ${JSON.stringify(secret)}`;
    expect(mask.apply(text)).toBe('*** *** "***"');
  });
});
