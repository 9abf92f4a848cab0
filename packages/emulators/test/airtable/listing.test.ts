import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASE, namesOf, startDeals } from './deals-emulator.ts';

let started: Awaited<ReturnType<typeof startDeals>>;
beforeEach(async () => {
  started = await startDeals();
});
afterEach(() => started.emulator.close());

const fill = (count: number) =>
  started.deals.addRecords(
    Array.from({ length: count }, (_, index) => ({ Name: `n${index}`, Amount: index })),
  );

async function allNames(query: string, token?: string): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let offset = '';
  do {
    const page = await started.call(`GET @?${query}${offset}`, undefined, token);
    expect(page.status).toBe(200);
    pages.push(namesOf(page));
    offset = page.body.offset === undefined ? '' : `&offset=${encodeURIComponent(page.body.offset)}`;
  } while (offset !== '');
  return pages;
}

describe('checklist 2: names or ids, anywhere', () => {
  test('in paths, bodies, fields, sort, formulas and merge columns', async () => {
    const id = 'fldName0000000001';
    const created = await started.call(`POST /${BASE}/tblDeals000000001`, { fields: { [id]: 'Lune' } });
    expect(created.body.fields).toEqual({ Name: 'Lune', Ratio: { specialValue: 'NaN' } });
    for (const key of ['Name', id]) {
      const query = `fields[]=${key}&sort[0][field]=${key}&filterByFormula={${key}}='Lune'`;
      expect((await started.call(`GET @?${query}`)).body.records).toMatchObject([
        { fields: { Name: 'Lune' } },
      ]);
      const upsert = { records: [{ fields: { [key]: 'Lune' } }], performUpsert: { fieldsToMergeOn: [key] } };
      expect((await started.call('PATCH @', upsert)).body.createdRecords).toEqual([]);
    }
    const byId = await started.call('GET @?returnFieldsByFieldId=true&fields[]=Name');
    expect(byId.body.records?.[0]?.fields).toEqual({ [id]: 'Lune' });
    const posted = await started.call('POST @', { fields: { Name: 'x' }, returnFieldsByFieldId: true });
    expect(posted.body.fields?.[id]).toBe('x');
  });

  test('a renamed column answers to its new name and its id only', async () => {
    started.deals.addRecord({ Name: 'a' });
    started.deals.renameField('Name', 'Client name');
    expect((await started.call('GET @?fields[]=Name')).body).toEqual({
      error: { type: 'UNKNOWN_FIELD_NAME', message: 'Unknown field name: "Name"' },
    });
    const answer = await started.call('GET @?fields[]=fldName0000000001');
    expect(answer.body.records?.[0]?.fields).toEqual({ 'Client name': 'a' });
  });
});

test('checklist 3: empty cells are left out, false and [] too', async () => {
  const { body } = await started.call('POST @', {
    fields: { Name: '', Amount: null, Tags: [], Signed: false, Client: [], Status: null },
  });
  expect(body.fields).toEqual({ Ratio: { specialValue: 'NaN' } });
  const zero = await started.call('POST @', { fields: { Amount: 0, Signed: true } });
  expect(zero.body.fields).toMatchObject({ Amount: 0, Signed: true });
});

describe('checklist 4: offsets', () => {
  test('have the shape itr…/rec…, and are absent on the last page', async () => {
    const ids = fill(205);
    const first = await started.call('GET @');
    expect(first.body.records).toHaveLength(100);
    expect(first.body.offset).toMatch(/^itr[0-9A-Za-z]{14}\/rec[0-9A-Za-z]{14}$/);
    expect(first.body.offset?.endsWith(ids[100] ?? '')).toBe(true);
    const pages = await allNames('');
    expect(pages.map((page) => page.length)).toEqual([100, 100, 5]);
    expect(new Set(pages.flat()).size).toBe(205);
  });

  test('a full last page has none either', async () => {
    fill(100);
    expect((await started.call('GET @')).body).not.toHaveProperty('offset');
  });

  test('POST listRecords gives the same pages', async () => {
    fill(12);
    const first = await started.call('POST @/listRecords', { pageSize: 10, fields: ['Name'], offset: '' });
    const second = await started.call('POST @/listRecords', {
      pageSize: 10,
      fields: ['Name'],
      offset: first.body.offset,
    });
    expect([...namesOf(first), ...namesOf(second)]).toEqual((await allNames('pageSize=10')).flat());
    expect((await started.call('POST @/listRecords', { offset: null })).status).toBe(422);
    expect((await started.call('POST @/listRecords')).body.records).toHaveLength(12);
  });

  test('the same page can be asked twice', async () => {
    fill(30);
    const { offset } = (await started.call('GET @?pageSize=10')).body;
    const again = () => started.call(`GET @?pageSize=10&offset=${encodeURIComponent(offset ?? '')}`);
    expect((await again()).body).toEqual((await again()).body);
  });

  test('expire after their lifetime without use: restart the listing', async () => {
    await started.emulator.close();
    started = await startDeals({ iteratorLifetimeMs: 60_000 });
    fill(30);
    const { offset } = (await started.call('GET @?pageSize=10')).body;
    const next = () => started.call(`GET @?pageSize=10&offset=${encodeURIComponent(offset ?? '')}`);
    started.clock.advance(50_000);
    expect((await next()).status).toBe(200);
    started.clock.advance(50_000);
    expect((await next()).status).toBe(200);
    started.clock.advance(60_000);
    expect(await next()).toEqual({
      status: 422,
      body: { error: { type: 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE' } },
    });
  });

  test('are worth nothing after a restart of the vendor', async () => {
    fill(30);
    const { offset } = (await started.call('GET @?pageSize=10')).body;
    started.emulator.state.forgetIterators();
    const next = await started.call(`GET @?offset=${encodeURIComponent(offset ?? '')}`);
    expect(next.body).toEqual({ error: { type: 'LIST_RECORDS_ITERATOR_NOT_AVAILABLE' } });
  });

  test.each(['3', 'itrAAAAAAAAAAAAAA', 'itr/rec', 'itrAAAAAAAAAAAAAA/recAAAAAAAAAAAAAA/x'])(
    '%s is malformed',
    async (offset) => {
      expect(await started.call(`GET @?offset=${encodeURIComponent(offset)}`)).toEqual({
        status: 422,
        body: {
          error: { type: 'INVALID_OFFSET_VALUE', message: `The value of offset ${offset} is invalid` },
        },
      });
    },
  );

  test('rows added, deleted and changed while paging upset nothing', async () => {
    const ids = fill(30);
    const first = await started.call('GET @?pageSize=10');
    started.deals.deleteRecord(ids[10] ?? '');
    started.deals.deleteRecord(ids[15] ?? '');
    started.deals.addRecord({ Name: 'late' });
    const rest = await started.call(`GET @?offset=${encodeURIComponent(first.body.offset ?? '')}`);
    const names = namesOf(rest);
    expect(names).toHaveLength(19);
    expect(names).toContain('late');
    expect(names).not.toContain('n10');
  });
});

describe('parameters', () => {
  test('maxRecords=25 with pageSize=10 gives pages of 10, 10 and 5', async () => {
    fill(40);
    expect((await allNames('pageSize=10&maxRecords=25')).map((page) => page.length)).toEqual([10, 10, 5]);
  });

  test('sort works over several columns, empty cells first, options in their own order', async () => {
    started.deals.addRecords([
      { Name: 'b', Status: 'gagné', Amount: 2 },
      { Name: 'a', Status: 'gagné', Amount: 10 },
      { Name: 'd', Status: 'prospect' },
      { Name: 'c' },
    ]);
    const sorted = async (query: string) => (await allNames(`pageSize=3&${query}`)).flat();
    expect(await sorted('sort[0][field]=Status&sort[1][field]=Name&sort[1][direction]=desc')).toEqual([
      'c',
      'd',
      'b',
      'a',
    ]);
    expect(await sorted('sort[0][field]=Amount&sort[0][direction]=desc')).toEqual(['a', 'b', 'd', 'c']);
    expect((await started.call('GET @?sort[0][field]=X')).body.error).toMatchObject({
      type: 'UNKNOWN_FIELD_NAME',
    });
  });

  test('a view filters and orders; with a formula both must hold; an unknown one is told by name or by id', async () => {
    started.deals.addRecords([
      { Name: 'a', Amount: 1000 },
      { Name: 'b', Amount: 3000 },
      { Name: 'c', Amount: 1 },
    ]);
    expect((await allNames('view=Gros')).flat()).toEqual(['b', 'a']);
    expect((await allNames("view=Gros&filterByFormula=Name='a'")).flat()).toEqual(['a']);
    expect((await started.call('GET @?view=Rien')).body.error).toMatchObject({ type: 'VIEW_NAME_NOT_FOUND' });
    const byId = await started.call('GET @?view=viwRien0000000001');
    expect(byId.body.error).toMatchObject({ type: 'VIEW_ID_NOT_FOUND' });
  });

  test('fields can be given three ways', async () => {
    started.deals.addRecord({ Name: 'a', Amount: 1 });
    for (const query of [
      'fields[]=Name&fields[]=Amount',
      'fields[0]=Name&fields[1]=Amount',
      'fields=Name&fields=Amount',
    ]) {
      expect((await started.call(`GET @?${query}`)).body.records?.[0]?.fields).toEqual({
        Name: 'a',
        Amount: 1,
      });
    }
  });

  test('cellFormat=string needs a zone and a locale, recordMetadata adds comment counts', async () => {
    started.deals.addRecord({ Name: 'a', Amount: 1, Tags: ['a', 'b'] });
    expect((await started.call('GET @?cellFormat=string')).status).toBe(422);
    const text = await started.call(
      'GET @?cellFormat=string&timeZone=utc&userLocale=fr&recordMetadata[]=commentCount',
    );
    expect(text.body.records).toMatchObject([{ fields: { Amount: '1', Tags: 'a, b' }, commentCount: 0 }]);
  });

  test.each(['pageSize=101', 'pageSize=0', 'pageSize=x', 'maxRecords=0', 'sort=Name', 'cellFormat=xml'])(
    '%s is refused',
    async (query) => {
      expect(await started.call(`GET @?${query}`)).toEqual({
        status: 422,
        body: {
          error: {
            type: 'INVALID_REQUEST_UNKNOWN',
            message: 'Invalid request: parameter validation failed. Check your request data.',
          },
        },
      });
    },
  );

  test('pageCap makes small pages of little data', async () => {
    await started.emulator.close();
    started = await startDeals({ pageCap: 2 });
    fill(5);
    expect((await allNames('')).map((page) => page.length)).toEqual([2, 2, 1]);
  });
});

test('one record is read by its id', async () => {
  const id = started.deals.addRecord({ Name: 'a' });
  expect((await started.call(`GET @/${id}?returnFieldsByFieldId=true`)).body).toEqual({
    id,
    createdTime: '2026-04-24T15:00:00.000Z',
    fields: expect.objectContaining({ fldName0000000001: 'a' }),
  });
});
