import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runActiveMessage } from '@passerelle/contracts';
import { ConnectorConfig, SyncLog, TokenCipher } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

const IMPORT = '/api/sync/airtable/import';
const CONFIG = '/api/connectors/config/airtable';

/** A world whose vendor takes its time over the next page, so that a run can be met under way. */
async function slowWorld(dialect: (typeof TEST_DIALECTS)[number]): Promise<World> {
  const world = await openWorld(dialect, { airtable: GOOD_ROWS });
  await world.configure('airtable');
  world.airtable.faults.add({ kind: 'delay', delayMs: 400, match: { path: '/Deals|/tbl' } });
  return world;
}

/** Waits until a run has begun. */
async function runBegun(world: World): Promise<void> {
  while ((await world.database.em().count(SyncLog, { status: 'running' })) === 0) await sleep(5);
}

/** Waits until no run goes on, and answers the last one. */
async function runEnded(world: World): Promise<SyncLog> {
  while ((await world.database.em().count(SyncLog, { status: 'running' })) > 0) await sleep(5);
  return world.database.em().findOneOrFail(SyncLog, { id: { $gt: 0 } }, { orderBy: { id: 'desc' } });
}

describe.each(TEST_DIALECTS)('a run (%s)', (dialect) => {
  it('is alone on its connection: a second one is answered 409, and the first goes on', async () => {
    const world = await slowWorld(dialect);
    const first = world.call('POST', IMPORT);
    await runBegun(world);
    const second = await world.call('POST', IMPORT);
    expect(second).toEqual({
      status: 409,
      body: { success: false, error: runActiveMessage('airtable') },
    });
    expect(await first).toMatchObject({ status: 200, body: { records_created: 2 } });
    expect(await world.database.em().count(SyncLog)).toBe(1);
  });

  it('goes on when the client that asked for it goes away', async () => {
    const world = await slowWorld(dialect);
    const client = new AbortController();
    const request = fetch(`${world.origin}${IMPORT}`, { method: 'POST', signal: client.signal });
    await runBegun(world);
    client.abort();
    await expect(request).rejects.toThrow();
    expect(await runEnded(world)).toMatchObject({ status: 'success', records_created: 2 });
  });

  it('is closed in order when the server stops', async () => {
    const world = await slowWorld(dialect);
    const request = world.call('POST', IMPORT);
    await runBegun(world);
    await world.engine.stop();
    expect(await request).toEqual({
      status: 503,
      body: { success: false, error: expect.stringMatching(/interrompue/i) },
    });
    expect(await runEnded(world)).toMatchObject({ status: 'error', error_message: expect.any(String) });
  });

  it('is refused for a connector that is off, incomplete, or of a sandbox that does not run', async () => {
    const world = await openWorld(dialect);
    await world.configure('airtable');
    const refusal = async (change: object) => {
      await world.call('PUT', CONFIG, change);
      const { status, body } = await world.call('POST', IMPORT);
      return [status, body.error];
    };
    expect(await refusal({ is_active: false })).toEqual([409, expect.stringContaining('désactivé')]);
    expect(await refusal({ is_active: true, table_name: null })).toEqual([
      400,
      'Configuration incomplète pour airtable : table_name manque. Enregistrez-le, puis recommencez.',
    ]);
    expect(await refusal({ table_name: 'Deals', api_token: 'sandbox' })).toEqual([
      400,
      expect.stringContaining('Le bac à sable est éteint'),
    ]);
    expect(await world.database.em().count(SyncLog)).toBe(0);
  });

  it('is refused with its remedy when the key that reads the token was changed', async () => {
    const world = await openWorld(dialect);
    await world.configure('airtable');
    const api_token = new TokenCipher(randomBytes(32)).encrypt('patOfAnotherKey', 'airtable');
    await world.database.em().nativeUpdate(ConnectorConfig, { provider: 'airtable' }, { api_token });
    const refused = {
      status: 400,
      body: { success: false, error: expect.stringContaining('saisissez le jeton à nouveau') },
    };
    expect(await world.call('POST', IMPORT)).toEqual(refused);
    expect(await world.call('POST', '/api/connectors/test/airtable')).toEqual(refused);
  });

  it('of which every record is refused is an error of the data, not of the run', async () => {
    const world = await openWorld(dialect, { airtable: [{ Name: 'Sans montant' }] });
    await world.configure('airtable');
    expect(await world.call('POST', IMPORT)).toMatchObject({
      status: 200,
      body: { success: true, status: 'error', records_processed: 1, records_failed: 1 },
    });
  });

  it('that cannot use its mapping fails with the sentence the history keeps', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    await world.call('PUT', CONFIG, { field_mapping: { client: 'Name', montant_brut: 'Montant' } });
    const { status, body } = await world.call('POST', IMPORT);
    expect([status, body.error]).toEqual([500, expect.stringContaining('Montant')]);
    expect(await runEnded(world)).toMatchObject({ status: 'error', error_message: body.error });
  });
});

describe.each(TEST_DIALECTS)('configurations (%s)', (dialect) => {
  it('are forgotten with their token, while the history stays', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    await world.call('POST', IMPORT);
    expect(await world.call('DELETE', CONFIG)).toMatchObject({ status: 200, body: { success: true } });
    expect((await world.call('GET', '/api/connectors/config')).body.data).toEqual([]);
    expect((await world.call('GET', '/api/sync/logs')).body.data).toHaveLength(1);
  });

  it('saved for the first time by two clients at once are one configuration', async () => {
    const world = await openWorld(dialect);
    const saves = ['Un', 'Deux', 'Trois'].map((table_name) => world.call('PUT', CONFIG, { table_name }));
    for (const { status } of await Promise.all(saves)) expect(status).toBe(200);
    expect((await world.call('GET', '/api/connectors/config')).body.data).toHaveLength(1);
  });
});

describe.each(TEST_DIALECTS)('the history (%s)', (dialect) => {
  it('is read page by page to the end, runs of the same instant included', async () => {
    const world = await openWorld(dialect);
    const em = world.database.em();
    const started_at = '2026-11-14T09:30:00.000Z';
    for (let run = 0; run < 7; run += 1) {
      em.create(SyncLog, { provider: 'notion', direction: 'export', status: 'success', started_at });
    }
    await em.flush();
    const ids: number[] = [];
    let next: string | undefined = '/api/sync/logs?limit=3';
    while (next !== undefined) {
      const response: Response = await fetch(`${world.origin}${next}`);
      const { data } = (await response.json()) as { data: SyncLog[] };
      ids.push(...data.map((log) => log.id));
      next = /<(.+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(ids).toHaveLength(7);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a));
  });
});
