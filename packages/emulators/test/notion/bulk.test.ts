import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../src/index.ts';
import { at, list, SOURCE, startEmulator } from './deals-workspace.ts';

const COUNT = 25_000;

function* manyRows(clock: FakeClock) {
  for (let index = 0; index < COUNT; index += 1) {
    if (index % 100 === 0) clock.advance(60_000);
    yield { Name: `Affaire ${index}`, Amount: index, Status: 'Prospect' };
  }
}

async function startBulk(queryCap: number) {
  const clock = new FakeClock();
  return startEmulator({
    clock,
    queryCap,
    databases: [
      {
        title: 'Deals',
        dataSources: [
          {
            id: SOURCE,
            properties: { Name: 'title', Amount: 'number', Status: 'status' },
            rows: manyRows(clock),
          },
        ],
      },
    ],
  });
}

describe('25,000 rows', () => {
  it('are listed in one query where there is no cap, looking at each row once', async () => {
    const { send } = await startBulk(Number.MAX_SAFE_INTEGER);
    const seen = new Set<unknown>();
    let cursor: unknown;
    do {
      const page = await send('POST', `/data_sources/${SOURCE}/query?filter_properties=title`, {
        body: { ...(cursor === undefined ? {} : { start_cursor: cursor }) },
      });
      for (const row of list(page.body, 'results')) seen.add(at(row, 'id'));
      cursor = at(page.body, 'next_cursor') ?? undefined;
    } while (cursor !== undefined);
    expect(seen.size).toBe(COUNT);
  });

  it('come in windows of 10,000, each beginning where the last one ended', async () => {
    const { send } = await startBulk(10_000);
    const seen = new Set<unknown>();
    const sorts = [{ timestamp: 'created_time', direction: 'ascending' }];
    let from: unknown;
    let windows = 0;
    for (let capped = true; capped; windows += 1) {
      let cursor: unknown;
      let last: unknown;
      capped = false;
      do {
        const page = await send('POST', `/data_sources/${SOURCE}/query?filter_properties=title`, {
          body: {
            sorts,
            ...(from === undefined
              ? {}
              : { filter: { timestamp: 'created_time', created_time: { on_or_after: from } } }),
            ...(cursor === undefined ? {} : { start_cursor: cursor }),
          },
        });
        for (const row of list(page.body, 'results')) seen.add(at(row, 'id'));
        last = at(list(page.body, 'results').at(-1), 'created_time');
        capped = at(page.body, 'request_status', 'type') === 'incomplete';
        cursor = at(page.body, 'next_cursor') ?? undefined;
      } while (cursor !== undefined);
      from = last;
    }
    expect(seen.size).toBe(COUNT);
    expect(windows).toBe(3);
  });
});
