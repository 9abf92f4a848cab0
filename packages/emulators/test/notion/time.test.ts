import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../src/index.ts';
import { at, list, SOURCE, startDeals } from './deals-workspace.ts';
import { text } from './written-deal.ts';

describe('timestamps', () => {
  it('are cut to the minute, downwards', async () => {
    const clock = new FakeClock('2026-04-30T11:29:59.999Z');
    const { send } = await startDeals({ clock });
    const made = await send('POST', '/pages', {
      body: { parent: { data_source_id: SOURCE }, properties: {} },
    });
    expect(made.body).toMatchObject({
      created_time: '2026-04-30T11:29:00.000Z',
      last_edited_time: '2026-04-30T11:29:00.000Z',
    });
    clock.advance(15 * 60_000 - 9_000);
    const edited = await send('PATCH', `/pages/${at(made.body, 'id')}`, {
      body: { properties: { Amount: { number: 2 } } },
    });
    expect(edited.body).toMatchObject({
      created_time: '2026-04-30T11:29:00.000Z',
      last_edited_time: '2026-04-30T11:44:00.000Z',
    });
  });

  it('do not move for computed columns and for the other side of a relation', async () => {
    const clock = new FakeClock('2026-04-30T11:00:00.000Z');
    const { send, deals, clients } = await startDeals({ clock });
    const client = clients.addRow({ Name: 'Acme' });
    const deal = deals.addRow({ Name: 'A' });
    clock.advance(3_600_000);
    deals.setComputed(deal, 'Score', 42);
    expect((await send('GET', `/pages/${deal}`)).body).toMatchObject({
      last_edited_time: '2026-04-30T11:00:00.000Z',
      properties: { Score: { formula: { type: 'number', number: 42 } } },
    });
    deals.patchRow(deal, { Client: [client] });
    expect((await send('GET', `/pages/${client}`)).body).toMatchObject({
      last_edited_time: '2026-04-30T11:00:00.000Z',
      properties: { Deals: { relation: [{ id: deal }] } },
    });
  });
});

describe('the index', () => {
  it('lags behind writes in queries and search, not in pages', async () => {
    const clock = new FakeClock();
    const { send, deals } = await startDeals({ clock, indexLagMs: 30_000 });
    clock.advance(60_000);
    const id = deals.addRow({ Name: 'Alpha', Amount: 1 });
    const seen = async () =>
      list((await send('POST', `/data_sources/${SOURCE}/query`, { body: {} })).body, 'results');
    const found = async (query: string) =>
      list((await send('POST', '/search', { body: { query } })).body, 'results').length;
    expect(await seen()).toEqual([]);
    expect(await found('alpha')).toBe(0);
    clock.advance(30_000);
    expect(await found('alpha')).toBe(1);
    await send('PATCH', `/pages/${id}`, {
      body: { properties: { Amount: { number: 2 }, Name: { title: text('Omega') } } },
    });
    expect(await seen()).toMatchObject([
      { properties: { Amount: { number: 1 }, Name: { title: [{ plain_text: 'Alpha' }] } } },
    ]);
    expect((await send('GET', `/pages/${id}`)).body).toMatchObject({ properties: { Amount: { number: 2 } } });
    expect(await found('omega')).toBe(0);
    await send('PATCH', `/pages/${id}`, { body: { in_trash: true } });
    expect(await seen()).toHaveLength(1);
    clock.advance(30_000);
    expect(await seen()).toEqual([]);
  });
});
