import type { RemotePage } from '@passerelle/connector';
import { FakeClock } from '@passerelle/emulators';
import { expect, test } from 'vitest';
import { connect } from './support/connect.ts';
import { startNotion } from './support/emulated-notion.ts';

const SINCE = '2026-11-22T10:20:30.500Z';

/** Every page of what changed since the instant, `between` each and the next. */
async function changes(url: string, between: () => void = () => undefined) {
  const connector = connect(url);
  const schema = await connector.schema();
  const pages: RemotePage[] = [];
  let cursor: string | null = null;
  do {
    const page: RemotePage = await connector.readPage({
      schema,
      columnIds: ['title'],
      cursor,
      changedSince: SINCE,
    });
    pages.push(page);
    cursor = page.cursor;
    between();
  } while (cursor !== null);
  return { pages, ids: pages.flatMap(({ records }) => records.map(({ externalId }) => externalId)) };
}

/** Rows of one minute each, edited by one and the same import of a person. */
const imported = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    Name: `Client ${index}`,
    $createdTime: new Date(Date.UTC(2026, 0, 1, 9, Math.floor(index / 5))).toISOString(),
    $lastEditedTime: '2026-11-22T11:00:00.000Z',
  }));

test('changes are asked for from a whole minute, some before the instant, in the order of creation', async () => {
  await using vendor = await startNotion();
  const { pages } = await changes(vendor.emulator.url);
  const query = vendor.emulator.requests.find(({ path }) => path.endsWith('/query'));
  expect(query?.body).toEqual({
    page_size: 100,
    sorts: [{ timestamp: 'created_time', direction: 'ascending' }],
    filter: {
      timestamp: 'last_edited_time',
      last_edited_time: { on_or_after: '2026-11-22T10:15:00.000Z' },
    },
  });
  expect(pages[0]?.certificate).toEqual({
    complete: false,
    changedSince: SINCE,
    coveredFrom: '2026-11-22T10:15:30.500Z',
    windows: 1,
    pages: 1,
    rows: 0,
    lastStatus: 'has_more=false',
  });
});

test('more rows edited in one minute than a query can list are listed in windows of their creation', async () => {
  await using vendor = await startNotion({ queryCap: 10 });
  const added = vendor.table.addRows(imported(60));
  const { pages, ids } = await changes(vendor.emulator.url);
  expect(new Set(ids)).toEqual(new Set(added));
  expect(pages.at(-1)?.certificate?.windows).toBeGreaterThan(5);
});

test('rows edited while the pages are read, under cursors that follow every change, push none out', async () => {
  const clock = new FakeClock('2026-11-22T12:00:00.000Z');
  await using vendor = await startNotion({ cursors: 'live', clock });
  const added = vendor.table.addRows(imported(350));
  let at = 0;
  const { ids } = await changes(vendor.emulator.url, () => {
    clock.advance(60_000);
    for (const id of added.slice(at, at + 30)) vendor.table.patchRow(id, { Amount: 1 });
    at += 30;
  });
  expect(new Set(ids)).toEqual(new Set(added));
});

test('a row whose change the index does not show yet is met by the next listing', async () => {
  const clock = new FakeClock('2026-11-22T10:20:00.000Z');
  await using vendor = await startNotion({ clock, indexLagMs: 90_000 });
  const added = vendor.table.addRow({ Name: 'Acme' });
  clock.advance(30_000);
  expect((await changes(vendor.emulator.url)).ids).toEqual([]);
  clock.advance(90_000);
  expect((await changes(vendor.emulator.url)).ids).toEqual([added]);
});
