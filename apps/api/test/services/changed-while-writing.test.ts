import { PROVIDERS, type Provider } from '@passerelle/contracts';
import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../support/person-table.ts';
import { openWorld } from '../support/world.ts';

const WAYS = PROVIDERS.flatMap((provider) => [[provider, 'export'] as const, [provider, 'sync'] as const]);
const ROWS = 25;

/** A world whose deals were imported, and then all edited here in two fields that the next run has to write there. */
async function editedWorld(dialect: (typeof TEST_DIALECTS)[number], provider: Provider) {
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    Name: `Client ${index}`,
    Amount: 100 + index,
    Notes: 'là-bas',
    Sector: 'Bois',
  }));
  const world = await openWorld(dialect, { [provider]: rows });
  await world.configure(provider);
  await world.call('POST', `/api/sync/${provider}/import`);
  await world.database.em().nativeUpdate(Deal, {}, { notes: 'ici', secteur: 'Verre' });
  const table = tableOf(world, provider);
  /** Happens once one write was answered, while others are on their way. */
  const meanwhile = (change: () => void) =>
    world[provider].faults.add({ kind: 'run', match: { method: 'PATCH' }, after: 1, run: change });
  const run = async (way: string) => (await world.call('POST', `/api/sync/${provider}/${way}`)).body;
  return { world, table, meanwhile, run };
}

describe.each(TEST_DIALECTS)('Columns that change while a run writes (%s)', (dialect) => {
  it.each(WAYS)(
    'one deleted in %s during %s is paused, and all the rest is written',
    async (provider, way) => {
      const { world, table, meanwhile, run } = await editedWorld(dialect, provider);
      meanwhile(() => table.deleteColumn('Notes'));
      expect(await run(way)).toMatchObject({
        status: 'partial',
        records_processed: ROWS,
        records_updated: ROWS,
        records_failed: 0,
        errors: [expect.stringMatching(/« Notes ».*n’existe pas.*notes est en pause/)],
      });
      expect(table.values('Sector')).toEqual(Array(ROWS).fill('Verre'));
      expect(await world.database.em().count(Deal, { notes: 'ici' })).toBe(ROWS);
    },
  );

  it.each(WAYS)(
    'one made a checkbox in %s during %s is paused, and nothing false is written',
    async (provider, way) => {
      const { world, table, meanwhile, run } = await editedWorld(dialect, provider);
      meanwhile(() => table.toCheckbox('Notes'));
      expect(await run(way)).toMatchObject({
        status: 'partial',
        records_updated: ROWS,
        records_failed: 0,
        errors: [expect.stringMatching(/type a changé.*« Notes ».*notes est en pause/)],
      });
      expect(table.values('Sector')).toEqual(Array(ROWS).fill('Verre'));
      expect(table.values('Notes')).not.toContain(true);
      expect(await world.database.em().count(Deal, { notes: 'ici' })).toBe(ROWS);
    },
  );

  it.each(WAYS)('one renamed in %s during %s is written under its new name', async (provider, way) => {
    const { table, meanwhile, run } = await editedWorld(dialect, provider);
    meanwhile(() => table.renameColumn('Notes', 'Journal'));
    expect(await run(way)).toMatchObject({ status: 'success', records_updated: ROWS, errors: [] });
    expect(table.values('Journal')).toEqual(Array(ROWS).fill('ici'));
  });
});
