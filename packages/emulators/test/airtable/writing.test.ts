import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASE, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
beforeEach(async () => {
  started = await startDeals();
});
afterEach(() => started.emulator.close());

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ fields: { Name: `n${index}` } }));
describe('creating, changing and deleting', () => {
  test('the answer has the form of the request, in its order', async () => {
    const batch = await started.call('POST @', { records: many(10) });
    expect(batch.body.records?.map(({ fields }) => fields.Name)).toEqual(
      many(10).map(({ fields }) => fields.Name),
    );
    const single = await started.call('POST @', { fields: { Name: 'seul' } });
    expect(single.body).toMatchObject({ id: expect.stringMatching(/^rec/), fields: { Name: 'seul' } });
    expect(started.deals.count).toBe(11);
  });

  test('PATCH touches what it names, PUT clears what it does not', async () => {
    const id = started.deals.addRecord({ Name: 'a', Amount: 5, Stars: 3 });
    await started.call('PATCH @', { records: [{ id, fields: { Amount: 6 } }] });
    expect(started.deals.record(id)?.fields).toMatchObject({ Name: 'a', Amount: 6, Stars: 3 });
    await started.call(`PATCH @/${id}`, { fields: { Stars: null } });
    expect(started.deals.record(id)?.fields).not.toHaveProperty('Stars');
    await started.call(`PUT @/${id}`, { fields: { Amount: 7 } });
    expect(started.deals.record(id)?.fields).toMatchObject({ Amount: 7 });
    expect(started.deals.record(id)?.fields).not.toHaveProperty('Name');
  });

  test('records are deleted singly or together, and a second time is an error', async () => {
    const [a = '', b = '', c = ''] = started.deals.addRecords([{ Name: 'a' }, { Name: 'b' }, { Name: 'c' }]);
    expect((await started.call(`DELETE @/${a}`)).body).toEqual({ id: a, deleted: true });
    expect((await started.call(`DELETE @/${a}`)).status).toBe(404);
    expect((await started.call(`DELETE @?records[]=${b}&records[]=${a}`)).body.error).toMatchObject({
      type: 'ROW_DOES_NOT_EXIST',
    });
    expect(started.deals.count).toBe(2);
    expect((await started.call(`DELETE @?records[]=${b}&records[]=${c}`)).body).toEqual({
      records: [b, c].map((id) => ({ id, deleted: true })),
    });
    expect(started.deals.count).toBe(0);
  });

  test('a deleted record is taken out of the cells that linked to it', async () => {
    const clients = started.emulator.state.table('Clients');
    const client = clients.addRecord({ Name: 'Lune' });
    const id = started.deals.addRecord({ Client: [client] });
    clients.deleteRecord(client);
    expect(started.deals.record(id)?.fields).not.toHaveProperty('Client');
  });
});

describe('checklist 6: typecast', () => {
  test('adds options with an id and the next colour, once per batch', async () => {
    const records = [{ fields: { Status: 'neuf', Tags: 'a, z' } }, { fields: { Status: 'neuf' } }];
    const { body } = await started.call('POST @', { records, typecast: true });
    expect(body.records?.map(({ fields }) => fields.Status)).toEqual(['neuf', 'neuf']);
    expect(body.records?.[0]?.fields.Tags).toEqual(['a', 'z']);
    expect(started.deals.field('Status').choices.slice(2)).toEqual([
      { id: expect.stringMatching(/^sel.{14}$/), name: 'neuf', color: 'tealLight2' },
    ]);
  });

  test('finds linked rows by name and makes those that are missing', async () => {
    const clients = started.emulator.state.table('Clients');
    const lune = clients.addRecord({ Name: 'Lune' });
    const records = [{ fields: { Client: ['Lune', 'Soleil'] } }, { fields: { Client: 'Soleil' } }];
    const { body } = await started.call('POST @', { records, typecast: true });
    const soleil = clients.records().find(({ fields }) => fields.Name === 'Soleil')?.id;
    expect(clients.count).toBe(2);
    expect(body.records?.map(({ fields }) => fields.Client)).toEqual([[lune, soleil], [soleil]]);
  });

  test('reads text as the type of the column, and leaves empty what it cannot read', async () => {
    const fields = {
      Amount: '1,200.50 €',
      'Due Date': '4/24/2026',
      Met: '2026-04-24',
      Signed: 'true',
      Stars: '9',
      Name: 12,
    };
    const { body } = await started.call('POST @', { fields, typecast: true });
    expect(body.fields).toMatchObject({
      Amount: 1200.5,
      'Due Date': '2026-04-24',
      Met: '2026-04-24T00:00:00.000Z',
      Signed: true,
      Stars: 5,
      Name: '12',
    });
    const bad = await started.call('POST @', {
      fields: { Amount: 'cher', 'Due Date': 'bientôt' },
      typecast: true,
    });
    expect(Object.keys(bad.body.fields ?? {})).toEqual(['Ratio']);
  });

  test('means nothing in the query string', async () => {
    expect((await started.call('POST @?typecast=true', { fields: { Status: 'neuf' } })).status).toBe(422);
  });
});

test('a two-way link is kept in step on both sides', async () => {
  const clients = started.emulator.state.table('Clients');
  clients.addField({
    id: 'fldBack0000000001',
    name: 'Deals',
    type: 'multipleRecordLinks',
    options: { linkedTableId: 'tblDeals000000001', inverseLinkFieldId: 'fldForth000000001' },
  });
  started.deals.addField({
    id: 'fldForth000000001',
    name: 'Of',
    type: 'multipleRecordLinks',
    options: { linkedTableId: clients.id, inverseLinkFieldId: 'fldBack0000000001' },
  });
  const client = clients.addRecord({ Name: 'Lune' });
  const { body } = await started.call('POST @', { fields: { Of: [client] } });
  expect(clients.record(client)?.fields.Deals).toEqual([body.id]);
  await started.call(`PATCH /${BASE}/Clients/${client}`, { fields: { Deals: [] } });
  expect(started.deals.record(String(body.id))?.fields).not.toHaveProperty('Of');
});
