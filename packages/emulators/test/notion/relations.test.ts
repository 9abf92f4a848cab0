import { describe, expect, it } from 'vitest';
import { at, CLIENTS, list, startDeals } from './deals-workspace.ts';

async function startHub(count: number) {
  const started = await startDeals();
  const client = started.clients.addRow({ Name: 'Acme' });
  const linked = started.deals.addRows(
    Array.from({ length: count }, (_, index) => ({ Name: `D${index}`, Amount: 1, Client: [client] })),
  );
  return { ...started, client, linked };
}

const ids = (links: unknown[]) => links.map((link) => at(link, 'id'));

describe('relations', () => {
  it('are cut at 25 in a page, with a word about the rest', async () => {
    const { send, client, linked } = await startHub(30);
    const page = await send('GET', `/pages/${client}`);
    expect(at(page.body, 'properties', 'Deals', 'has_more')).toBe(true);
    expect(ids(list(page.body, 'properties', 'Deals', 'relation'))).toEqual(linked.slice(0, 25));
  });

  it('are whole in the property item endpoint, page by page', async () => {
    const { send, client, clients, linked } = await startHub(30);
    const property = clients.properties.find((one) => one.name === 'Deals')?.id ?? '';
    const path = `/pages/${client}/properties/${property}`;
    const first = await send('GET', `${path}?page_size=20`);
    expect(first.body).toMatchObject({
      object: 'list',
      type: 'property_item',
      has_more: true,
      property_item: { id: property, type: 'relation', relation: {} },
    });
    expect(String(at(first.body, 'property_item', 'next_url'))).toContain(
      `start_cursor=${at(first.body, 'next_cursor')}`,
    );
    const second = await send('GET', `${path}?page_size=20&start_cursor=${at(first.body, 'next_cursor')}`);
    expect(second.body).toMatchObject({
      has_more: false,
      next_cursor: null,
      property_item: { next_url: null },
    });
    const all = [...list(first.body, 'results'), ...list(second.body, 'results')];
    expect(all[0]).toMatchObject({ object: 'property_item', type: 'relation', id: property });
    expect(all.map((item) => at(item, 'relation', 'id'))).toEqual(linked);
  });

  it('are replaced by a write, and both sides say the same', async () => {
    const { send, client, clients, deals, linked } = await startHub(2);
    const other = clients.addRow({ Name: 'Autre' });
    const [first] = linked;
    await send('PATCH', `/pages/${first}`, {
      body: { properties: { Client: { relation: [{ id: other }] } } },
    });
    expect(clients.row(client)?.values.Deals).toEqual(linked.slice(1));
    expect(clients.row(other)?.values.Deals).toEqual([first]);
    await send('PATCH', `/pages/${other}`, { body: { properties: { Deals: { relation: [] } } } });
    expect(deals.row(String(first))?.values.Client).toEqual([]);
  });

  it('make rollups that look at 25 pages at most, except as property items', async () => {
    const { send, client, clients } = await startHub(30);
    const page = await send('GET', `/pages/${client}`);
    expect(at(page.body, 'properties', 'Total', 'rollup')).toEqual({
      type: 'number',
      number: 25,
      function: 'sum',
    });
    const total = clients.properties.find((one) => one.name === 'Total')?.id ?? '';
    const path = `/pages/${client}/properties/${total}`;
    const first = await send('GET', `${path}?page_size=20`);
    expect(at(first.body, 'property_item', 'rollup')).toMatchObject({ type: 'incomplete' });
    const last = await send('GET', `${path}?page_size=20&start_cursor=${at(first.body, 'next_cursor')}`);
    expect(at(last.body, 'property_item', 'rollup')).toEqual({ type: 'number', number: 30, function: 'sum' });
  });

  it('are empty, without an error, where the other side is not shared', async () => {
    const { send, emulator, linked } = await startHub(1);
    emulator.state.unshare(CLIENTS);
    const page = await send('GET', `/pages/${linked[0]}`);
    expect(page.body).toMatchObject({ properties: { Client: { relation: [], has_more: false } } });
  });
});

describe('property items', () => {
  it('hold everybody of a people column, of whom a page shows 25', async () => {
    const people = Array.from({ length: 30 }, (_, index) => ({
      id: `aaaaaaaa-0000-4000-8000-0000000000${index + 10}`,
      name: `Personne ${index}`,
    }));
    const { send, deals } = await startDeals({ people });
    const id = deals.addRow({ Name: 'A', Owner: people.map((person) => person.id) });
    const page = await send('GET', `/pages/${id}`);
    expect(list(page.body, 'properties', 'Owner', 'people')).toHaveLength(25);
    const owner = deals.properties.find((one) => one.name === 'Owner')?.id ?? '';
    const items = await send('GET', `/pages/${id}/properties/${owner}`);
    expect(list(items.body, 'results')).toHaveLength(30);
  });

  it('are one object for simple types and a list for text and people', async () => {
    const { send, deals } = await startDeals();
    const id = deals.addRow({ Name: 'Alpha', Amount: 3, Notes: 'x'.repeat(4500) });
    const item = async (name: string) => {
      const property = deals.properties.find((one) => one.name === name)?.id ?? '';
      return (await send('GET', `/pages/${id}/properties/${property}`)).body;
    };
    expect(await item('Amount')).toMatchObject({ object: 'property_item', type: 'number', number: 3 });
    expect(await item('Name')).toMatchObject({
      object: 'list',
      results: [{ object: 'property_item', id: 'title', type: 'title', title: { plain_text: 'Alpha' } }],
      property_item: { id: 'title', type: 'title', title: {} },
    });
    expect(list(await item('Notes'), 'results')).toHaveLength(3);
    expect(await send('GET', `/pages/${id}/properties/nope`)).toMatchObject({ status: 400 });
  });
});
