import { Deal, RemoteMirror } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

const PROVIDERS = ['airtable', 'notion'] as const;
type Provider = (typeof PROVIDERS)[number];

/** Rows made before any listing's overlap: only what is edited later is a change. */
const YESTERDAY = Date.now() - 24 * 60 * 60 * 1000;

/** The remote table in the hands of a person. */
function tableOf(world: World, provider: Provider) {
  if (provider === 'airtable') {
    const table = world.airtable.state.table('Deals');
    return {
      add: (cells: Record<string, unknown>) => table.addRecord(cells, { createdAt: YESTERDAY }),
      edit: (id: string, cells: Record<string, unknown>) => table.patchRecord(id, cells),
      remove: (id: string) => table.deleteRecord(id),
    };
  }
  const source = world.notion.state.dataSource('Deals');
  const $createdTime = new Date(YESTERDAY).toISOString();
  return {
    add: (cells: Record<string, string | number | null>) =>
      source.addRow({ ...cells, $createdTime, $lastEditedTime: $createdTime }),
    edit: (id: string, cells: Record<string, string | number | null>) => source.patchRow(id, cells),
    remove: (id: string) => source.trashRow(id),
  };
}

/** How many listings asked for changes only, and how many for the whole table, since the last time. */
function listings(world: World, provider: Provider) {
  const asked = world[provider].requests.flatMap(({ method, path, query, body }) => {
    if (provider === 'airtable') {
      const isListing = method === 'GET' && !path.includes('/meta/') && /\/app\w+\/[^/]+$/.test(path);
      return isListing ? ['filterByFormula' in query] : [];
    }
    return path.endsWith('/query') ? [JSON.stringify(body).includes('last_edited_time')] : [];
  });
  world[provider].recorder.clear();
  return { whole: asked.filter((isChange) => !isChange).length, changes: asked.filter(Boolean).length };
}

async function importedWorld(dialect: (typeof TEST_DIALECTS)[number], provider: Provider) {
  const world = await openWorld(dialect);
  const table = tableOf(world, provider);
  const morel = table.add({ Name: 'Atelier Morel', Status: 'À rappeler', Amount: 8500.5 });
  const aubin = table.add({ Name: 'Verrerie Aubin', Status: 'gagné', Amount: 1200 });
  const bad = table.add({ Name: 'Sans montant', Status: 'prospect' });
  await world.configure(provider);
  const run = async (query = '') => (await world.call('POST', `/api/sync/${provider}/import${query}`)).body;
  expect(await run()).toMatchObject({ status: 'partial', records_created: 2, records_failed: 1 });
  expect(listings(world, provider)).toEqual({ whole: 1, changes: 0 });
  return { world, table, run, rows: { morel, aubin, bad }, asked: () => listings(world, provider) };
}

describe.each(TEST_DIALECTS)('Import of what changed (%s)', (dialect) => {
  it.each(PROVIDERS)(
    'asks %s for changes only, and reports every record as a whole import does',
    async (provider) => {
      const { world, table, run, rows, asked } = await importedWorld(dialect, provider);
      table.edit(rows.aubin, { Amount: 1500 });
      const refused = [expect.stringContaining('Sans montant')];
      const counts = { status: 'partial', records_processed: 3, records_failed: 1, errors: refused };
      const unknown_statuses = [expect.stringContaining('Atelier Morel')];
      const report = { ...counts, unknown_statuses };
      expect(await run()).toMatchObject({ ...report, records_updated: 1, records_unchanged: 1 });
      expect(asked()).toEqual({ whole: 0, changes: 1 });
      expect((await world.database.em().findOneOrFail(Deal, { client: 'Verrerie Aubin' })).montant_brut).toBe(
        1500,
      );
      expect(await run('?full=true')).toMatchObject({ ...report, records_updated: 0, records_unchanged: 2 });
      expect(asked()).toEqual({ whole: 1, changes: 0 });
    },
  );

  it.each(PROVIDERS)(
    'a deal of %s deleted or edited in the CRM comes to the same as with a whole import',
    async (provider) => {
      const { world, run, asked } = await importedWorld(dialect, provider);
      await world.database.em().nativeDelete(Deal, { client: 'Verrerie Aubin' });
      await world.database.em().nativeUpdate(Deal, { client: 'Atelier Morel' }, { notes: 'Relancé.' });
      expect(await run()).toMatchObject({ records_created: 1, records_unchanged: 1, records_failed: 1 });
      expect(asked()).toEqual({ whole: 0, changes: 1 });
      expect(await world.database.em().count(Deal, { client: 'Verrerie Aubin' })).toBe(1);
      expect(await world.database.em().count(Deal, { notes: 'Relancé.' })).toBe(1);
    },
  );

  it.each(PROVIDERS)(
    'what %s did not list is unchanged, never deleted, and never made again once gone',
    async (provider) => {
      const { world, table, run, rows } = await importedWorld(dialect, provider);
      table.remove(rows.aubin);
      expect(await run()).toMatchObject({ records_processed: 3, records_unchanged: 2 });
      expect(await world.database.em().count(Deal)).toBe(2);
      await world.database.em().nativeDelete(Deal, { client: 'Verrerie Aubin' });
      expect(await run()).toMatchObject({ records_processed: 2, records_created: 0, records_unchanged: 1 });
      expect(await world.database.em().count(Deal)).toBe(1);
    },
  );

  it.each(PROVIDERS)(
    'reads %s whole when the mapping or a policy that matters changed, and every so many runs',
    async (provider) => {
      const { world, run, asked } = await importedWorld(dialect, provider);
      const field_mapping = { client: 'Name', statut: 'Status', montant_brut: 'Amount' };
      await world.call('PUT', `/api/connectors/config/${provider}`, { field_mapping });
      asked();
      await run();
      expect(asked()).toEqual({ whole: 1, changes: 0 });
      const policies = `/api/connectors/${provider}/policies`;
      await world.call('PUT', policies, { conflict: 'local' });
      await run();
      expect(asked()).toEqual({ whole: 0, changes: 1 });
      await world.call('PUT', policies, { status_values: { 'À rappeler': 'qualifié' } });
      expect(await run()).toMatchObject({ records_updated: 1, unknown_statuses: [] });
      expect(asked()).toEqual({ whole: 1, changes: 0 });
      await world.call('PUT', policies, { full_scan_every: 2 });
      for (let index = 0; index < 4; index += 1) await run();
      expect(asked()).toEqual({ whole: 2, changes: 2 });
      await world.call('DELETE', `/api/connectors/config/${provider}`);
      expect(await world.database.em().count(RemoteMirror)).toBe(0);
    },
  );
});

describe.each(TEST_DIALECTS)('Import of 1 % changed rows out of 20,000 (%s)', (dialect) => {
  it('costs a few requests, and equals a whole import', async () => {
    const world = await openWorld(dialect);
    const table = tableOf(world, 'airtable');
    const ids = Array.from({ length: 20_000 }, (_, index) =>
      table.add({ Name: `Client ${index}`, Status: 'prospect', Amount: 100 + index }),
    );
    await world.configure('airtable');
    const run = async (query = '') => (await world.call('POST', `/api/sync/airtable/import${query}`)).body;
    const requests = () => {
      const count = world.airtable.requests.length;
      world.airtable.recorder.clear();
      return count;
    };
    requests();
    expect(await run()).toMatchObject({ status: 'success', records_created: 20_000 });
    const whole = requests();
    expect(whole).toBeGreaterThan(200);
    for (let index = 0; index < 20_000; index += 100) table.edit(ids[index] as string, { Amount: 5 });
    const report = { records_processed: 20_000, records_updated: 200, records_unchanged: 19_800 };
    expect(await run()).toMatchObject({ status: 'success', ...report });
    expect(requests()).toBeLessThanOrEqual(5);
    expect(await world.database.em().count(Deal, { montant_brut: 5 })).toBe(200);
    expect(await run('?full=true')).toMatchObject({ records_updated: 0, records_unchanged: 20_000 });
    expect(requests()).toBe(whole);
  }, 240_000);
});
