import Airtable from 'airtable';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BASE, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
let table: Airtable.Table<Airtable.FieldSet>;

beforeEach(async () => {
  started = await startDeals();
  const endpointUrl = new URL(started.emulator.url).origin;
  table = new Airtable({ apiKey: 'full', endpointUrl, noRetryIfRateLimited: true }).base(BASE)('Deals');
});
afterEach(() => started.emulator.close());

test('lists 250 records, page by page and all at once', async () => {
  started.deals.addRecords(Array.from({ length: 250 }, (_, index) => ({ Name: `n${index}`, Amount: index })));
  const sizes: number[] = [];
  await table.select({ fields: ['Name'] }).eachPage((records, next) => {
    sizes.push(records.length);
    next();
  });
  expect(sizes).toEqual([100, 100, 50]);
  const all = await table.select({ sort: [{ field: 'Amount', direction: 'desc' }] }).all();
  expect(all.map((record) => record.get('Amount'))).toEqual(
    Array.from({ length: 250 }, (_, index) => 249 - index),
  );
});

test('selects by formula, also when it is too long for an address', async () => {
  started.deals.addRecords([{ Name: 'a' }, { Name: 'b' }]);
  const short = await table
    .select({ filterByFormula: "{Name}='b'", view: 'Tout', maxRecords: 5 })
    .firstPage();
  expect(short.map((record) => record.get('Name'))).toEqual(['b']);
  const long = `OR({Name}='b', {Name}='${'x'.repeat(16_000)}')`;
  expect(await table.select({ filterByFormula: long }).all()).toHaveLength(1);
  expect(started.emulator.requests.at(-1)).toMatchObject({
    method: 'POST',
    path: `/v0/${BASE}/Deals/listRecords`,
  });
});

test('creates, finds, updates, replaces and destroys', async () => {
  const created = await table.create([{ fields: { Name: 'a', Status: 'neuf' } }, { fields: { Name: 'b' } }], {
    typecast: true,
  });
  const [a, b] = created.map((record) => record.id);
  expect((await table.find(a ?? '')).get('Status')).toBe('neuf');
  await table.update([{ id: a ?? '', fields: { Amount: 5 } }]);
  await table.update(b ?? '', { Amount: 6 });
  await table.replace(a ?? '', { Name: 'a2' });
  expect(started.deals.records().map(({ fields }) => [fields.Name, fields.Amount])).toEqual([
    ['a2', undefined],
    ['b', 6],
  ]);
  await table.destroy([a ?? '']);
  await table.destroy(b ?? '');
  expect(started.deals.count).toBe(0);
});

test('gets errors it understands', async () => {
  await expect(table.create({ Nom: 'x' })).rejects.toMatchObject({
    error: 'UNKNOWN_FIELD_NAME',
    statusCode: 422,
  });
  await expect(table.find('recGone0000000001')).rejects.toMatchObject({
    error: 'NOT_FOUND',
    statusCode: 404,
  });
  started.emulator.setLimits({ perBasePerSecond: 1 });
  await table.select().all();
  await expect(table.select().all()).rejects.toMatchObject({ error: 'TOO_MANY_REQUESTS', statusCode: 429 });
});
