import { PLAN_KINDS } from '@passerelle/contracts';
import { Deal, DealLink, StagedRecord, SyncLog } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addDeals, BAD_ROWS, GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

const PREVIEW = '/api/sync/airtable/preview';

interface Preview {
  readonly id: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly requests: { readonly read: number; readonly write: number };
}

async function preview(world: World, direction: string): Promise<Preview> {
  const { status, body } = await world.call('POST', `${PREVIEW}?direction=${direction}`);
  expect([status, body]).toEqual([200, { success: true, data: expect.anything() }]);
  return body.data as Preview;
}

async function records(world: World, id: number, query = '') {
  const { body } = await world.call('GET', `/api/sync/plans/${id}/records${query}`);
  return body.data as Record<string, unknown>[];
}

const NONE = Object.fromEntries(PLAN_KINDS.map((kind) => [kind, 0]));

describe.each(TEST_DIALECTS)('a preview (%s)', (dialect) => {
  it('of an import says what each record would become, and writes nothing', async () => {
    const world = await openWorld(dialect, { airtable: [...GOOD_ROWS, ...BAD_ROWS] });
    await world.configure('airtable');
    const plan = await preview(world, 'import');
    expect(plan).toEqual({
      id: expect.any(Number),
      provider: 'airtable',
      direction: 'import',
      state: 'ready',
      counts: { ...NONE, create: 2, refused: 2 },
      requests: { read: 2, write: 0 },
      expected_seconds: expect.any(Number),
      message: null,
      differences: [],
      run_id: null,
      undone_run_id: null,
      created_at: expect.any(String),
      expires_at: expect.any(String),
    });
    const rows = await records(world, plan.id);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      position: 1,
      kind: 'create',
      name: 'Atelier Morel',
      deal_id: null,
      external_id: expect.stringMatching(/^rec/),
      changes: expect.arrayContaining([
        { field: 'montant_brut', side: 'local', before: null, after: 8500.5 },
      ]),
    });
    expect(rows[2]).toMatchObject({
      kind: 'refused',
      name: 'Sans montant',
      reason: expect.stringContaining('montant_brut'),
      changes: [],
    });
    expect((await world.call('GET', `/api/sync/plans/${plan.id}`)).body.data).toEqual(plan);
    const em = world.database.em();
    const counts = [em.count(Deal), em.count(DealLink), em.count(SyncLog), em.count(StagedRecord)];
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0]);
  });

  it('shows both values of a field that both sides changed, and which one is kept', async () => {
    const world = await openWorld(dialect, { airtable: GOOD_ROWS });
    await world.configure('airtable');
    await world.call('POST', '/api/sync/airtable/import');
    await world.call('PUT', '/api/deals/1', { montant_brut: 9000, notes: 'Vu hier' });
    const table = world.airtable.state.table('Deals');
    table.patchRecord(table.records()[0]?.id ?? '', { Amount: 7000 });
    const plan = await preview(world, 'import');
    expect(plan.counts).toEqual({ ...NONE, unchanged: 1, conflict: 1 });
    expect(await records(world, plan.id, '?kind=conflict')).toMatchObject([
      {
        changes: [{ field: 'montant_brut', side: 'local', before: 9000, after: 7000 }],
        conflicts: [{ field: 'montant_brut', local: 9000, remote: 7000, kept: 'remote' }],
        deal_id: 1,
      },
    ]);
  });

  it('of an export counts the requests that would write, and sends none', async () => {
    const world = await openWorld(dialect);
    await world.configure('airtable');
    const clients = Array.from({ length: 25 }, (_, index) => `Client ${index}`);
    await addDeals(world.database, clients);
    const plan = await preview(world, 'export');
    expect(plan.counts).toMatchObject({ create: 25 });
    expect(plan.requests).toEqual({ read: 2, write: 3 });
    expect(world.airtable.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('is read page by page, and by kind', async () => {
    const world = await openWorld(dialect, { airtable: [...GOOD_ROWS, ...BAD_ROWS] });
    await world.configure('airtable');
    const { id } = await preview(world, 'import');
    const response = await fetch(`${world.origin}/api/sync/plans/${id}/records?kind=refused&limit=1`);
    expect(((await response.json()) as { data: object[] }).data).toMatchObject([{ position: 3 }]);
    expect(response.headers.get('link')).toContain('cursor=3');
    expect(await records(world, id, '?kind=refused&limit=1&cursor=3')).toMatchObject([{ position: 4 }]);
  });

  it('expires', async () => {
    let now = new Date('2026-11-22T10:00:00.000Z');
    const world = await openWorld(dialect, { airtable: GOOD_ROWS }, () => now);
    await world.configure('airtable');
    const { id } = await preview(world, 'import');
    now = new Date('2026-11-22T11:00:01.000Z');
    const { body } = await world.call('GET', `/api/sync/plans/${id}`);
    expect(body.data).toMatchObject({ state: 'expired' });
  });

  it('is refused in French for a direction that is none, and for a plan that is not there', async () => {
    const world = await openWorld(dialect);
    await world.configure('airtable');
    const wrong = await world.call('POST', `${PREVIEW}?direction=nord`);
    expect(wrong).toMatchObject({ status: 400, body: { error: expect.stringContaining('direction') } });
    const unknown = await world.call('POST', `${PREVIEW}?direction=import&vitesse=1`);
    expect(unknown).toMatchObject({ status: 400, body: { error: expect.stringContaining('vitesse') } });
    for (const path of ['/api/sync/plans/9', '/api/sync/plans/9/records']) {
      expect(await world.call('GET', path)).toMatchObject({
        status: 404,
        body: { success: false, error: expect.stringContaining('9') },
      });
    }
  });
});
