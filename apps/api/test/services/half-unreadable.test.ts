import { PROVIDERS, type Provider } from '@passerelle/contracts';
import { Deal, DealLink, SyncLog } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { CONFIGURATIONS } from '../support/remote-tables.ts';
import { openWorld, type World } from '../support/world.ts';

/** More than a page of either vendor. */
const ROWS = 150;
const WAYS = PROVIDERS.flatMap((provider) =>
  (['import', 'export', 'sync'] as const).map((way) => [provider, way] as const),
);
const LISTINGS = { airtable: { method: 'GET', path: '^/v0/app' }, notion: { path: '/query$' } } as const;

/** What a person does at the vendor: the table is no longer shared, and is again. */
function sharing(world: World, provider: Provider) {
  if (provider === 'airtable') {
    const token = CONFIGURATIONS.airtable.api_token;
    return {
      end: () => world.airtable.state.setToken(token, { bases: [] }),
      begin: () => world.airtable.state.setToken(token, { bases: 'all' }),
      rows: () => world.airtable.state.table('Deals').count,
    };
  }
  const source = world.notion.state.dataSource('Deals');
  return {
    end: () => world.notion.state.unshare(source.id),
    begin: () => world.notion.state.share(source.id),
    rows: () => source.count,
  };
}

/** A world whose connection archives what is lost, all of it imported once and edited on both sides since. */
async function editedWorld(dialect: (typeof TEST_DIALECTS)[number], provider: Provider) {
  const rows = Array.from({ length: ROWS }, (_, index) => ({ Name: `Client ${index}`, Amount: 100 + index }));
  const world = await openWorld(dialect, { [provider]: rows });
  await world.configure(provider);
  await world.call('POST', `/api/sync/${provider}/import`);
  const kept = await world.call('PUT', `/api/connectors/${provider}/policies`, {
    deletion: 'archive',
    deletion_threshold: 100,
    full_scan_every: 1,
  });
  expect(kept.status).toBe(200);
  await world.database.em().nativeUpdate(Deal, { montant_brut: { $gt: 200 } }, { notes: 'ici' });
  const run = (way: string) => world.call('POST', `/api/sync/${provider}/${way}`);
  const left = async () => ({
    deals: await world.database.em().find(Deal, {}, { orderBy: { id: 'asc' } }),
    links: await world.database.em().count(DealLink),
    deletions: (await world.call('GET', '/api/sync/deletions')).body.data,
  });
  return { world, run, left, table: sharing(world, provider) };
}

describe.each(TEST_DIALECTS)('A table that half becomes unreadable (%s)', (dialect) => {
  it.each(WAYS)(
    'of %s during %s: nothing is deleted, the run failed, and one sentence says why',
    async (provider, way) => {
      const { world, run, left, table } = await editedWorld(dialect, provider);
      const before = await left();
      world[provider].faults.add({ kind: 'run', match: LISTINGS[provider], after: 1, run: table.end });
      const told = expect.stringMatching(/introuvable|accès|partag/);
      const answer = await run(way);
      expect(answer).toEqual({ status: 500, body: { success: false, error: told } });
      const log = await world.database.em().findOneOrFail(SyncLog, { provider }, { orderBy: { id: 'desc' } });
      expect(log).toMatchObject({ status: 'error', error_message: answer.body.error, records_processed: 0 });
      expect(await left()).toEqual(before);
      expect(table.rows()).toBe(ROWS);
      table.begin();
      expect((await run(way)).body).toMatchObject({ status: 'success', records_failed: 0 });
      expect(table.rows()).toBe(ROWS);
      expect(await world.database.em().count(Deal)).toBe(ROWS);
    },
  );

  it('of Airtable, each of whose rows answers 404 when it is read: nothing is deleted', async () => {
    const { world, run, table } = await editedWorld(dialect, 'airtable');
    const row = { method: 'GET', path: '/rec[0-9A-Za-z]{14}$' };
    const body = { error: 'NOT_FOUND' };
    world.airtable.faults.add({ kind: 'answer', status: 404, body, match: row, times: 1000 });
    for (const way of ['import', 'export', 'sync']) {
      expect((await run(way)).body).toMatchObject({ status: 'success', records_failed: 0 });
    }
    expect(table.rows()).toBe(ROWS);
    expect(await world.database.em().count(Deal)).toBe(ROWS);
  });

  it('of Notion, half of whose rows are no longer shared: nothing is deleted above the threshold without approval', async () => {
    const { world, run, left, table } = await editedWorld(dialect, 'notion');
    await world.call('PUT', '/api/connectors/notion/policies', {
      deletion: 'archive',
      deletion_threshold: 20,
    });
    const { rows } = world.notion.state.dataSource('Deals');
    for (const { id } of rows.slice(0, ROWS / 2)) world.notion.state.unshare(id);
    for (const way of ['import', 'export', 'sync']) {
      expect((await run(way)).status).toBe(200);
      expect(await world.database.em().count(Deal)).toBe(ROWS);
      expect(table.rows()).toBe(ROWS);
    }
    for (const { id } of rows.slice(0, ROWS / 2)) world.notion.state.share(id);
    expect((await run('sync')).body).toMatchObject({ status: 'success' });
    expect((await left()).deletions).toEqual([]);
  });
});
