import { Deal, SyncLog } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addDeals, BAD_ROWS, GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

/** The one line of the history. */
function onlyLog(world: World): Promise<SyncLog> {
  return world.database.em().findOneOrFail(SyncLog, { id: { $gt: 0 } });
}

describe.each(TEST_DIALECTS)('Sync import endpoint (%s)', (dialect) => {
  it('Import réussi', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const answer = await world.call('POST', '/api/sync/airtable/import');
    const log = await onlyLog(world);
    expect(answer).toEqual({
      status: 200,
      body: {
        success: true,
        status: 'success',
        run_id: log.id,
        records_processed: 2,
        records_created: 2,
        records_updated: 0,
        records_unchanged: 0,
        records_failed: 0,
        errors: [],
        unknown_statuses: [],
      },
    });
    expect(log).toMatchObject({
      provider: 'airtable',
      direction: 'import',
      status: 'success',
      records_processed: 2,
      records_created: 2,
      records_updated: 0,
      error_message: null,
    });
    const deals = await world.database.em().find(Deal, {}, { orderBy: { id: 'asc' } });
    expect(deals).toMatchObject([
      {
        client: 'Atelier Morel',
        statut: 'négociation',
        montant_brut: 8500.5,
        probabilite: 0.7,
        valeur_ponderee: 5950.35,
        secteur: 'Industrie',
        date_echeance: '2026-12-31',
        assignee: 'Claire Dubois',
        notes: 'Relancer début décembre.',
      },
      {
        client: 'Verrerie Aubin',
        statut: 'gagné',
        montant_brut: 1200,
        probabilite: 1,
        valeur_ponderee: 1200,
      },
    ]);
  });

  it('Import avec erreurs partielles', async () => {
    const world = await openWorld(dialect, { notion: [...GOOD_ROWS, ...BAD_ROWS] });
    await world.configure('notion');
    const { status, body } = await world.call('POST', '/api/sync/notion/import');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      status: 'partial',
      records_processed: 4,
      records_created: 2,
      records_failed: 2,
      errors: [expect.stringContaining('Sans montant'), expect.stringContaining('Montant nul')],
    });
    expect(await world.database.em().count(Deal)).toBe(2);
    expect(await onlyLog(world)).toMatchObject({ status: 'partial', records_processed: 4 });
  });

  it('Import échoué - erreur de connexion', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    await world.airtable.close();
    const { status, body } = await world.call('POST', '/api/sync/airtable/import');
    expect(status).toBe(500);
    expect(body).toEqual({ success: false, error: expect.stringContaining('Airtable') });
    const log = await onlyLog(world);
    expect(log).toMatchObject({ status: 'error', error_message: body.error, records_processed: 0 });
    expect(log.completed_at).not.toBeNull();
  });
});

describe.each(TEST_DIALECTS)('Sync export endpoint (%s)', (dialect) => {
  it('Export réussi', async () => {
    const world = await openWorld(dialect);
    await world.configure('notion');
    await addDeals(world.database, ['Atelier Morel', 'Verrerie Aubin', 'Scierie Colin']);
    const { status, body } = await world.call('POST', '/api/sync/notion/export');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      status: 'success',
      records_processed: 3,
      records_created: 3,
      records_updated: 0,
      records_failed: 0,
    });
    expect(body).not.toHaveProperty('message');
    const rows = world.notion.state.dataSource('Deals').rows;
    expect(rows.map(({ values }) => values.Name).toSorted()).toEqual([
      'Atelier Morel',
      'Scierie Colin',
      'Verrerie Aubin',
    ]);
    expect(rows[0]?.values).toMatchObject({ Status: 'qualifié', Amount: 1000 });
    expect(await onlyLog(world)).toMatchObject({
      direction: 'export',
      status: 'success',
      records_created: 3,
    });
  });

  it('Export avec base CRM vide', async () => {
    const world = await openWorld(dialect);
    await world.configure('airtable');
    const { status, body } = await world.call('POST', '/api/sync/airtable/export');
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: true, records_processed: 0, message: 'Aucun deal à exporter' });
  });
});

describe.each(TEST_DIALECTS)('Sync logs endpoint (%s)', (dialect) => {
  it('Récupération des logs', async () => {
    const world = await openWorld(dialect);
    await addLogs(world, 60);
    const { status, body } = await world.call('GET', '/api/sync/logs');
    expect(status).toBe(200);
    expect(body.success).toBe(true);
    const data = body.data as SyncLog[];
    expect(data).toHaveLength(50);
    expect(data.map((log) => log.started_at)).toEqual(
      data
        .map((log) => log.started_at)
        .toSorted()
        .reverse(),
    );
    expect(data[0]).toEqual({
      id: expect.any(Number),
      provider: 'notion',
      direction: 'import',
      status: 'success',
      records_processed: 59,
      records_created: 1,
      records_updated: 2,
      error_message: null,
      started_at: '2026-11-14T09:59:00.000Z',
      completed_at: '2026-11-14T09:59:00.000Z',
    });
  });

  it('Filtrage des logs par provider', async () => {
    const world = await openWorld(dialect);
    await addLogs(world, 10);
    const { status, body } = await world.call('GET', '/api/sync/logs?provider=airtable');
    expect(status).toBe(200);
    const data = body.data as SyncLog[];
    expect(data.map((log) => [log.provider, log.records_processed])).toEqual(
      [8, 6, 4, 2, 0].map((minute) => ['airtable', minute]),
    );
  });
});

/** One run a minute, providers in turn. */
async function addLogs(world: World, count: number): Promise<void> {
  const em = world.database.em();
  for (let minute = 0; minute < count; minute += 1) {
    const moment = `2026-11-14T09:${String(minute).padStart(2, '0')}:00.000Z`;
    em.create(SyncLog, {
      provider: minute % 2 === 0 ? 'airtable' : 'notion',
      direction: 'import',
      status: 'success',
      records_processed: minute,
      records_created: 1,
      records_updated: 2,
      started_at: moment,
      completed_at: moment,
    });
  }
  await em.flush();
}
