import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld } from '../support/world.ts';

const IMPORT = '/api/sync/airtable/import';

describe.each(TEST_DIALECTS)('the history of a deal (%s)', (dialect) => {
  it('tells each change by form and by import, and its creation', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    const first = (await world.call('POST', IMPORT)).body.run_id;
    await world.call('PUT', '/api/deals/1', { notes: 'Vu hier', statut: 'gagné' });
    const table = world.airtable.state.table('Deals');
    table.patchRecord(table.records()[0]?.id ?? '', { Amount: 7000 });
    const second = (await world.call('POST', IMPORT)).body.run_id;
    const { body } = await world.call('GET', '/api/deals/1/history');
    expect(body).toEqual({
      success: true,
      data: [
        {
          ...{ id: expect.any(Number), kind: 'updated', origin: 'import', run_id: second },
          at: expect.any(String),
          changes: [{ field: 'montant_brut', before: 8500.5, after: 7000 }],
        },
        {
          ...{ id: expect.any(Number), kind: 'updated', origin: 'form', run_id: null },
          at: expect.any(String),
          changes: [
            { field: 'statut', before: 'négociation', after: 'gagné' },
            { field: 'notes', before: 'Relancer début décembre.', after: 'Vu hier' },
          ],
        },
        { id: null, kind: 'created', origin: 'import', run_id: first, at: expect.any(String), changes: [] },
      ],
      error: null,
    });
  });

  it('outlives the deal, with everything it held', async () => {
    const world = await openWorld(dialect);
    await world.call('POST', '/api/deals', { client: 'Morel', statut: 'prospect', montant_brut: 12.5 });
    await world.call('DELETE', '/api/deals');
    const { status, body } = await world.call('GET', '/api/deals/1/history');
    expect(status).toBe(200);
    expect(body.data).toMatchObject([
      {
        kind: 'deleted',
        origin: 'form',
        changes: expect.arrayContaining([
          { field: 'client', before: 'Morel', after: null },
          { field: 'montant_brut', before: 12.5, after: null },
          { field: 'notes', before: null, after: null },
        ]),
      },
      { kind: 'created', origin: 'form' },
    ]);
    expect((await world.call('GET', '/api/deals/2/history')).status).toBe(404);
  });

  it('tells deals of a file, page by page', async () => {
    const world = await openWorld(dialect);
    const file = 'client;statut;montant_brut\nMorel;prospect;10\nAubin;gagné;20\n';
    const form = new FormData();
    form.append('file', new Blob([file]), 'deals.csv');
    await fetch(`${world.origin}/api/upload/csv`, { method: 'POST', body: form });
    await world.call('PUT', '/api/deals/2', { notes: 'un' });
    await world.call('PUT', '/api/deals/2', { notes: 'deux' });
    const response = await fetch(`${world.origin}/api/deals/2/history?limit=1`);
    const next = /<(.+)>/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
    expect(await response.json()).toMatchObject({ data: [{ changes: [{ after: 'deux' }] }] });
    expect((await world.call('GET', next)).body.data).toMatchObject([
      { changes: [{ before: null, after: 'un' }] },
      { kind: 'created', origin: 'csv' },
    ]);
  });

  it('of a deal that was deleted goes on keeping imports from bringing it back', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    await world.call('POST', IMPORT);
    await world.call('DELETE', '/api/deals/1');
    expect((await world.call('POST', IMPORT)).body).toMatchObject({
      records_created: 0,
      records_unchanged: 2,
      errors: [expect.stringContaining('supprimé dans le CRM')],
    });
    expect((await world.call('GET', '/api/deals/1')).status).toBe(404);
  });
});
