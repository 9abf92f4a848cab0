import { setTimeout as sleep } from 'node:timers/promises';
import type { Run, RunRecord } from '@passerelle/contracts';
import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { GOOD_ROWS } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

const RUNS = '/api/sync/airtable/runs';

async function worldOf(dialect: (typeof TEST_DIALECTS)[number], delayMs = 0): Promise<World> {
  const world = await openWorld(dialect, { airtable: [...GOOD_ROWS, { Name: 'Sans montant' }] });
  await world.configure('airtable');
  if (delayMs > 0) world.airtable.faults.add({ kind: 'delay', delayMs, match: { path: '/Deals|/tbl' } });
  return world;
}

async function runOf(world: World, id: number): Promise<Run> {
  return (await world.call('GET', `/api/sync/runs/${id}`)).body.data as Run;
}

/** Waits until the run has ended, and answers it. */
async function endOf(world: World, id: number): Promise<Run> {
  for (;;) {
    const run = await runOf(world, id);
    if (run.state !== 'running') return run;
    await sleep(10);
  }
}

describe.each(TEST_DIALECTS)('a run that is followed (%s)', (dialect) => {
  it('is answered 202 at once, at the address where it is found, and goes to its end', async () => {
    const world = await worldOf(dialect, 200);
    const response = await fetch(`${world.origin}${RUNS}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ direction: 'import', on_interruption: 'close' }),
    });
    const { data } = (await response.json()) as { data: Run };
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`/api/sync/runs/${data.id}`);
    expect(data).toMatchObject({
      provider: 'airtable',
      direction: 'import',
      state: 'running',
      phase: 'stage',
      total: null,
      on_interruption: 'close',
      can_resume: false,
      completed_at: null,
    });
    expect(await endOf(world, data.id)).toMatchObject({
      state: 'finished',
      status: 'partial',
      phase: 'done',
      done: 3,
      total: 3,
      records_created: 2,
      records_failed: 1,
      message: expect.stringContaining('Sans montant'),
      completed_at: expect.any(String),
    });
  });

  it.each(['import', 'export'])('by %s is answered at once when the client prefers so', async (direction) => {
    const world = await worldOf(dialect);
    const response = await fetch(`${world.origin}/api/sync/airtable/${direction}`, {
      method: 'POST',
      headers: { prefer: 'wait=5, respond-async' },
    });
    const { data } = (await response.json()) as { data: Run };
    expect(response.status).toBe(202);
    expect(response.headers.get('preference-applied')).toBe('respond-async');
    expect(response.headers.get('location')).toBe(`/api/sync/runs/${data.id}`);
    expect(await endOf(world, data.id)).toMatchObject({ direction, state: 'finished' });
  });

  it('tells what it did with each record: reason, values before and after, both sides', async () => {
    const world = await worldOf(dialect);
    await world.call('POST', '/api/sync/airtable/import');
    const [deal] = await world.database.em().find(Deal, {}, { orderBy: { id: 'asc' } });
    const [row] = world.airtable.state.table('Deals').records();
    world.airtable.state.table('Deals').patchRecord(row?.id ?? '', { Amount: 4321 });
    const { run_id } = (await world.call('POST', '/api/sync/airtable/import')).body;
    const path = `/api/sync/runs/${run_id}/records`;
    const { data } = (await world.call('GET', path)).body as { data: RunRecord[] };
    expect(data.map(({ outcome }) => outcome).toSorted()).toEqual(['failed', 'unchanged', 'updated']);
    expect((await world.call('GET', `${path}?outcome=updated`)).body.data).toEqual([
      {
        position: expect.any(Number),
        name: deal?.client,
        outcome: 'updated',
        reason: null,
        changes: { montant_brut: { before: deal?.montant_brut, after: 4321 } },
        deal_id: deal?.id,
        external_id: row?.id,
        values: null,
        field: null,
        faults: [],
        corrected: [],
        solved_by: null,
      },
    ]);
    expect((await world.call('GET', `${path}?outcome=failed`)).body.data).toMatchObject([
      { name: 'Sans montant', deal_id: null, reason: expect.stringContaining('montant_brut') },
    ]);
    const first = await fetch(`${world.origin}${path}?limit=2`);
    const page = ((await first.json()) as { data: RunRecord[] }).data;
    expect(page).toEqual(data.slice(0, 2));
    expect(first.headers.get('link')).toBe(`<${path}?limit=2&cursor=${page[1]?.position}>; rel="next"`);
    const rest = await world.call('GET', `${path}?limit=2&cursor=${page[1]?.position}`);
    expect(rest.body.data).toEqual(data.slice(2));
  });

  it('is cancelled within a request, says so, and can be taken up again', async () => {
    const world = await worldOf(dialect, 300);
    const { data } = (await world.call('POST', RUNS, { direction: 'import' })).body as { data: Run };
    expect(await world.call('POST', `/api/sync/runs/${data.id}/cancel`)).toMatchObject({
      status: 200,
      body: { data: { id: data.id } },
    });
    expect(await endOf(world, data.id)).toMatchObject({
      state: 'cancelled',
      status: 'error',
      can_resume: true,
      message: expect.stringContaining('arrêtée à la demande'),
    });
    expect(await world.call('POST', `/api/sync/runs/${data.id}/cancel`)).toMatchObject({ status: 409 });
    world.airtable.faults.clear();
    const resumed = await world.call('POST', `/api/sync/runs/${data.id}/resume`);
    expect(resumed).toMatchObject({ status: 202, body: { data: { id: data.id } } });
    expect(await endOf(world, data.id)).toMatchObject({ state: 'finished', records_created: 2 });
    expect(await world.call('POST', `/api/sync/runs/${data.id}/resume`)).toMatchObject({ status: 409 });
  });

  it('is listed newest first, by provider, and unknown ones are 404', async () => {
    const world = await worldOf(dialect);
    for (let i = 0; i < 3; i += 1) await world.call('POST', '/api/sync/airtable/import');
    const { data } = (await world.call('GET', '/api/sync/runs?limit=2')).body as { data: Run[] };
    expect(data.map(({ id }) => id)).toEqual([3, 2]);
    expect((await world.call('GET', '/api/sync/runs?cursor=2')).body.data).toMatchObject([{ id: 1 }]);
    expect((await world.call('GET', '/api/sync/runs?provider=notion')).body.data).toEqual([]);
    for (const [method, tail] of [
      ['GET', ''],
      ['GET', '/records'],
      ['POST', '/cancel'],
      ['POST', '/resume'],
    ]) {
      expect(await world.call(method ?? '', `/api/sync/runs/99${tail}`)).toMatchObject({
        status: 404,
        body: { error: expect.stringContaining('99') },
      });
    }
  });
});
