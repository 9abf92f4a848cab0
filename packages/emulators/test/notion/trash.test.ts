import { describe, expect, it } from 'vitest';
import { at, list, message, SOURCE, startDeals } from './deals-workspace.ts';
import { startWriting } from './written-deal.ts';

describe('the trash', () => {
  it('hides rows from queries and shows them when they are asked for by id', async () => {
    const { send, id } = await startWriting();
    expect(await send('PATCH', `/pages/${id}`, { body: { in_trash: true } })).toMatchObject({
      status: 200,
      body: { in_trash: true },
    });
    const query = await send('POST', `/data_sources/${SOURCE}/query`, { body: {} });
    expect(list(query.body, 'results')).toEqual([]);
    expect(await send('GET', `/pages/${id}`)).toMatchObject({
      status: 200,
      body: { in_trash: true, archived: true },
    });
  });

  it('refuses writes until the row is restored', async () => {
    const { send, id, update } = await startWriting();
    await send('PATCH', `/pages/${id}`, { body: { in_trash: true } });
    const refused = await update({ Amount: { number: 2 } });
    expect(refused).toMatchObject({ status: 400, body: { code: 'validation_error' } });
    expect(message(refused)).toBe(
      "Can't edit block that is archived. You must unarchive the block before editing.",
    );
    expect(
      (
        await send('PATCH', `/pages/${id}`, {
          body: { in_trash: false, properties: { Amount: { number: 2 } } },
        })
      ).body,
    ).toMatchObject({
      in_trash: false,
      properties: { Amount: { number: 2 } },
    });
  });

  it('answers a query for its rows only where it is told that it can', async () => {
    for (const isTrashQueryable of [false, true]) {
      const { send, deals } = await startDeals({ isTrashQueryable });
      deals.trashRow(deals.addRow({ Name: 'A' }));
      const query = await send('POST', `/data_sources/${SOURCE}/query`, { body: { in_trash: true } });
      expect(list(query.body, 'results')).toHaveLength(isTrashQueryable ? 1 : 0);
    }
  });

  it('is not where deleted rows are', async () => {
    const { send, id, deals } = await startWriting();
    deals.deleteRows(id);
    expect(await send('GET', `/pages/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'object_not_found' },
    });
  });
});

describe('a full Free workspace', () => {
  it('refuses new pages and still takes edits', async () => {
    const { send, deals } = await startDeals({ blocksLeft: 1 });
    const create = () =>
      send('POST', '/pages', { body: { parent: { data_source_id: SOURCE }, properties: {} } });
    const made = await create();
    expect(made.status).toBe(200);
    expect(await create()).toMatchObject({
      status: 403,
      body: { code: 'restricted_resource', additional_data: { block_limit: 'block_creation' } },
    });
    expect(deals.count).toBe(1);
    const edit = { body: { properties: { Amount: { number: 1 } } } };
    expect((await send('PATCH', `/pages/${at(made.body, 'id')}`, edit)).status).toBe(200);
  });
});
