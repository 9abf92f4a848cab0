import { PROVIDERS, type Provider } from '@passerelle/contracts';
import { Deal, SyncLog } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { tableOf } from '../support/person-table.ts';
import { openWorld } from '../support/world.ts';

/** A world whose deals were all imported once. */
async function importedWorld(dialect: (typeof TEST_DIALECTS)[number], provider: Provider) {
  const world = await openWorld(dialect, { [provider]: GOOD_ROWS });
  await world.configure(provider);
  const run = async (direction: 'import' | 'export') =>
    world.call('POST', `/api/sync/${provider}/${direction}`);
  expect((await run('import')).body).toMatchObject({ status: 'success', records_created: 2 });
  const morel = () => world.database.em().findOneOrFail(Deal, { client: /Morel/ });
  const lastLog = () => world.database.em().findOneOrFail(SyncLog, { provider }, { orderBy: { id: 'desc' } });
  return { world, table: tableOf(world, provider), run, morel, lastLog };
}

describe.each(TEST_DIALECTS)('Columns that change between runs (%s)', (dialect) => {
  it.each(PROVIDERS)(
    'a column deleted in %s pauses its field: told, and cleared on neither side',
    async (provider) => {
      const { world, table, run, morel, lastLog } = await importedWorld(dialect, provider);
      table.deleteColumn('Notes');
      table.rename('Verrerie Aubin', 'Verrerie Aubin et fils');
      const imported = await run('import');
      const paused = expect.stringMatching(/« Notes ».*n’existe pas.*notes est en pause/);
      expect(imported).toMatchObject({
        status: 200,
        body: {
          status: 'partial',
          records_updated: 1,
          records_unchanged: 1,
          records_failed: 0,
          errors: [paused],
        },
      });
      expect(await lastLog()).toMatchObject({ status: 'partial', error_message: paused });
      expect((await morel()).notes).toBe('Relancer début décembre.');
      await world.database
        .em()
        .nativeUpdate(Deal, { client: /Morel/ }, { notes: 'Relancé.', secteur: 'Bois' });
      expect((await run('export')).body).toMatchObject({
        status: 'partial',
        records_updated: 1,
        records_failed: 0,
        errors: [paused],
      });
      expect(table.values('Sector')).toContain('Bois');
      expect((await morel()).notes).toBe('Relancé.');
    },
  );

  it.each(PROVIDERS)(
    'a column of %s made a checkbox pauses its field until it is itself again',
    async (provider) => {
      const { world, table, run, morel } = await importedWorld(dialect, provider);
      table.toCheckbox('Due Date');
      const paused = expect.stringMatching(
        /type a changé.*« Due Date ».*case à cocher.*date_echeance est en pause/,
      );
      for (const direction of ['import', 'export'] as const) {
        expect((await run(direction)).body).toMatchObject({
          status: 'partial',
          records_unchanged: 2,
          errors: [paused],
        });
      }
      expect((await morel()).date_echeance).toBe('2026-12-31');
      expect(table.values('Due Date')).not.toContain(true);
      expect(await world.database.em().count(Deal)).toBe(2);
    },
  );

  it.each(PROVIDERS)('a column deleted in %s and made again empty clears nothing', async (provider) => {
    const { table, run, morel } = await importedWorld(dialect, provider);
    table.deleteColumn('Notes');
    table.addText('Notes');
    expect((await run('import')).body).toMatchObject({ status: 'success', records_unchanged: 2 });
    expect((await morel()).notes).toBe('Relancer début décembre.');
    expect((await run('export')).body).toMatchObject({ status: 'success', records_updated: 1 });
    expect(table.values('Notes')).toContain('Relancer début décembre.');
  });

  it.each(PROVIDERS)('another column chosen for a field of %s clears nothing either', async (provider) => {
    const { world, table, run, morel } = await importedWorld(dialect, provider);
    table.addText('Journal');
    const field_mapping = { client: 'Name', montant_brut: 'Amount', notes: 'Journal' };
    await world.call('PUT', `/api/connectors/config/${provider}`, { field_mapping });
    expect((await run('import')).body).toMatchObject({ status: 'success', records_unchanged: 2 });
    expect((await morel()).notes).toBe('Relancer début décembre.');
  });

  it.each(PROVIDERS)(
    'an import of %s without a usable amount ends before anything is written',
    async (provider) => {
      const { world, table, run, lastLog } = await importedWorld(dialect, provider);
      table.toCheckbox('Amount');
      table.rename('Verrerie Aubin', 'Autre nom');
      const refused = expect.stringMatching(/type a changé.*« Amount ».*montant_brut/);
      expect(await run('import')).toEqual({ status: 500, body: { success: false, error: refused } });
      expect(await lastLog()).toMatchObject({ status: 'error', error_message: refused });
      expect(await world.database.em().count(Deal, { client: 'Autre nom' })).toBe(0);
    },
  );
});

describe.each(TEST_DIALECTS)('Columns that change while a run reads (%s)', (dialect) => {
  it.each(PROVIDERS)(
    'a column deleted in %s between two pages pauses its field, nothing is cleared',
    async (provider) => {
      const rows = Array.from({ length: 250 }, (_, index) => ({
        Name: `Client ${index}`,
        Amount: 100 + index,
        Notes: `Note ${index}`,
      }));
      const world = await openWorld(dialect, { [provider]: rows });
      await world.configure(provider);
      await world.call('POST', `/api/sync/${provider}/import`);
      const table = tableOf(world, provider);
      const path = provider === 'airtable' ? '^/v0/app' : '/query$';
      world[provider].faults.add({
        kind: 'run',
        match: { path },
        after: 1,
        run: () => table.deleteColumn('Notes'),
      });
      const { body } = await world.call('POST', `/api/sync/${provider}/import`);
      expect(body).toMatchObject({
        status: 'partial',
        records_processed: 250,
        records_unchanged: 250,
        errors: [expect.stringContaining('notes est en pause')],
      });
      expect(await world.database.em().count(Deal, { notes: null })).toBe(0);
    },
  );
});
