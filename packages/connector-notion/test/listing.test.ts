import type { Connector, RemotePage, RemoteSchema } from '@passerelle/connector';
import { type Fault, notionFaults } from '@passerelle/emulators';
import { describe, expect, test } from 'vitest';
import { connect } from './support/connect.ts';
import { startNotion } from './support/emulated-notion.ts';
import { column, schemaOf } from './support/schema.ts';
import { startScriptedNotion } from './support/scripted-notion.ts';

const minute = (index: number) => new Date(Date.UTC(2026, 0, 1, 9, index)).toISOString();

/** `count` rows, `perMinute` of them in each minute, as a person would have added them. */
const rows = (count: number, perMinute: number) =>
  Array.from({ length: count }, (_, index) => ({
    Name: `Client ${index}`,
    $createdTime: minute(Math.floor(index / perMinute)),
  }));

async function list(connector: Connector, schema: RemoteSchema) {
  const pages: RemotePage[] = [];
  let cursor: string | null = null;
  do {
    const page: RemotePage = await connector.readPage({ schema, columnIds: ['title'], cursor });
    pages.push(page);
    cursor = page.cursor;
  } while (cursor !== null);
  return { pages, ids: new Set(pages.flatMap(({ records }) => records.map(({ externalId }) => externalId))) };
}

describe('a table longer than one query can list', () => {
  test.each([
    [25, 3],
    [40, 9],
    [10, 4],
    [200, 1],
  ])('of %i rows, %i a minute, is listed whole in windows of 10', async (count, perMinute) => {
    await using vendor = await startNotion({ queryCap: 10 });
    const added = vendor.table.addRows(rows(count, perMinute));
    const connector = connect(vendor.emulator.url);
    const { pages, ids } = await list(connector, await connector.schema());
    expect(ids).toEqual(new Set(added));
    const certificates = pages.map(({ certificate }) => certificate);
    expect(certificates.slice(0, -1).every((certificate) => certificate === null)).toBe(true);
    const answered = pages.reduce((sum, { records }) => sum + records.length, 0);
    expect(certificates.at(-1)).toEqual({
      complete: true,
      windows: expect.any(Number),
      pages: pages.length,
      rows: answered,
      lastStatus: 'has_more=false',
    });
    expect(certificates.at(-1)?.windows).toBeGreaterThan(count > 10 ? 1 : 0);
  });

  test('is refused, and nothing certified, when one minute holds more rows than that', async () => {
    await using vendor = await startNotion({ queryCap: 10 });
    vendor.table.addRows([
      ...rows(5, 1),
      ...rows(11, 11).map((row) => ({ ...row, $createdTime: minute(30) })),
    ]);
    const connector = connect(vendor.emulator.url);
    const error = await list(connector, await connector.schema()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'listing_incomplete', retryable: false });
    expect(String(error)).toContain('dans la même minute (2026-01-01T09:30:00.000Z)');
  });

  test('is asked for oldest first, mapped columns only, from the last minute seen on', async () => {
    await using vendor = await startNotion({ queryCap: 10 });
    vendor.table.addRows(rows(12, 1));
    const connector = connect(vendor.emulator.url);
    await list(connector, await connector.schema());
    const queries = vendor.emulator.requests.filter(({ path }) => path.endsWith('/query'));
    const sorts = [{ timestamp: 'created_time', direction: 'ascending' }];
    expect(queries.map(({ body }) => body)).toEqual([
      { page_size: 100, sorts },
      {
        page_size: 100,
        sorts,
        filter: { timestamp: 'created_time', created_time: { on_or_after: minute(9) } },
      },
    ]);
    expect(queries[0]?.query).toEqual({ 'filter_properties[]': 'title' });
  });
});

describe('a listing', () => {
  test('that a short page interrupts goes on while Notion says there is more', async () => {
    const page = (id: string) => ({ object: 'page', id, created_time: minute(0), properties: {} });
    const answers = [
      { results: [], has_more: true, next_cursor: 'a' },
      { results: [page('1'), { object: 'data_source', id: 'wiki' }], has_more: true, next_cursor: 'b' },
      {
        results: [page('2'), { object: 'page', id: '3' }, { ...page('4'), in_trash: true }],
        has_more: false,
      },
    ];
    await using notion = await startScriptedNotion(() => ({ body: answers.shift() }));
    const { pages, ids } = await list(connect(notion.apiUrl), schemaOf([column('title')]));
    expect([...ids]).toEqual(['1', '2', '3']);
    expect(pages.at(-1)?.certificate).toMatchObject({ pages: 3, rows: 4 });
  });

  test.each([
    ['names no continuation', { results: [], has_more: true, next_cursor: null }],
    [
      'stops for a reason we do not know',
      {
        results: [],
        has_more: false,
        request_status: { type: 'incomplete', incomplete_reason: 'index_rebuilding' },
      },
    ],
    [
      'stops at its end without having shown a row',
      {
        results: [],
        has_more: false,
        request_status: { type: 'incomplete' },
      },
    ],
  ])('that %s is never certified', async (_, body) => {
    await using notion = await startScriptedNotion(() => ({ body }));
    const listed = list(connect(notion.apiUrl), schemaOf([column('title')]));
    await expect(listed).rejects.toMatchObject({ code: 'listing_incomplete' });
  });

  test('believes an early word of incompleteness over a later silence', async () => {
    const page = (id: string, at: number) => ({
      object: 'page',
      id,
      created_time: minute(at),
      properties: {},
    });
    const incomplete = { type: 'incomplete', incomplete_reason: 'query_result_limit_reached' };
    const answers = [
      { results: [page('1', 1)], has_more: true, next_cursor: 'a', request_status: incomplete },
      { results: [page('2', 2)], has_more: false, next_cursor: null },
      { results: [page('2', 2), page('3', 3)], has_more: false, request_status: { type: 'complete' } },
    ];
    await using notion = await startScriptedNotion(() => ({ body: answers.shift() }));
    const { pages, ids } = await list(connect(notion.apiUrl), schemaOf([column('title')]));
    expect([...ids]).toEqual(['1', '2', '3']);
    expect(pages.at(-1)?.certificate).toMatchObject({ windows: 2, rows: 4 });
  });

  describe('that Notion gives up on', () => {
    async function start() {
      const vendor = await startNotion();
      vendor.table.addRows(rows(900, 100));
      const connector = connect(vendor.emulator.url);
      const request = { schema: await connector.schema(), columnIds: ['title'], cursor: null };
      const giveUp = async (fault: Fault) => {
        vendor.emulator.faults.add(fault);
        await expect(connector.readPage(request)).rejects.toMatchObject({ code: 'vendor_down' });
      };
      const sizesOf = async (act: () => Promise<unknown>) => {
        vendor.emulator.recorder.clear();
        await act();
        return vendor.emulator.requests.map(({ body }) => (body as { page_size: number }).page_size);
      };
      return { vendor, connector, request, giveUp, sizesOf };
    }

    test('is asked for in halves when simply repeated, and in whole pages again later', async () => {
      const { vendor, connector, request, giveUp, sizesOf } = await start();
      await using _closed = vendor;
      await giveUp(notionFaults.gatewayTimeout());
      await giveUp(notionFaults.unavailable());
      const sizes = await sizesOf(async () => {
        expect((await list(connector, request.schema)).ids.size).toBe(900);
      });
      expect(sizes).toEqual([25, 25, 25, 25, 25, 50, 50, 50, 50, 50, 100, 100, 100, 100, 100, 100]);
    });

    test('never goes back to a size that failed twice', async () => {
      const { vendor, connector, request, giveUp, sizesOf } = await start();
      await using _closed = vendor;
      await giveUp(notionFaults.gatewayTimeout());
      for (let page = 0; page < 5; page += 1) await connector.readPage(request);
      await giveUp(notionFaults.gatewayTimeout());
      const sizes = await sizesOf(() => list(connector, request.schema));
      expect(new Set(sizes)).toEqual(new Set([50]));
    });

    test('is not asked for in parts when the fault lies elsewhere', async () => {
      const { vendor, connector, request, giveUp, sizesOf } = await start();
      await using _closed = vendor;
      await giveUp(notionFaults.badGateway());
      expect(await sizesOf(() => connector.readPage(request))).toEqual([100]);
    });
  });

  test('of a trashed row leaves it out', async () => {
    await using vendor = await startNotion();
    const [kept = '', trashed = ''] = vendor.table.addRows(rows(2, 1));
    vendor.table.trashRow(trashed);
    const connector = connect(vendor.emulator.url);
    const { ids } = await list(connector, await connector.schema());
    expect([...ids]).toEqual([kept]);
  });
});
