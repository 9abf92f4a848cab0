import { describe, expect, test } from 'vitest';
import type { RemotePage } from '../connector.ts';
import type { ConnectorHarness, VendorUnderTest } from './harness.ts';
import { expectFailure, Session } from './session.ts';

const MINUTE_MS = 60_000;

/** Longer than any overlap: what happened before is not listed again. */
const LONG_MS = 60 * MINUTE_MS;

/** Tests of listing only what changed since an instant. */
export function changesTests(harness: ConnectorHarness): void {
  const { pageSize, listsChanges } = harness.definition.capabilities;
  if (!listsChanges) return;

  const instant = (vendor: VendorUnderTest) => new Date(vendor.now()).toISOString();

  describe('changes', () => {
    test('rows created or edited since an instant are listed, no others, and the proof is of these alone', async () => {
      await using vendor = await harness.start();
      const [edited = '', untouched = ''] = await vendor.addRows([{ text: 'Acme' }, { text: 'Beta' }]);
      vendor.advanceClock(LONG_MS);
      const changedSince = instant(vendor);
      vendor.advanceClock(1_000);
      await vendor.editRow(edited, { number: 7 });
      const [created = ''] = await vendor.addRows([{ text: 'Gamma' }]);
      const session = await Session.open(harness, vendor);
      const page = await session.readChanges(changedSince);
      expect(page.records.map(({ externalId }) => externalId).sort()).toEqual([edited, created].sort());
      expect(page.records.map(({ externalId }) => externalId)).not.toContain(untouched);
      const found = page.records.find(({ externalId }) => externalId === edited);
      expect(session.cell(found, 'number')).toBe(7);
      expect(session.cell(found, 'text')).toBe('Acme');
      expect(page.cursor).toBeNull();
      expect(page.certificate).toMatchObject({ complete: false, changedSince, rows: 2, pages: 1 });
      const { coveredFrom = '' } = page.certificate?.complete === false ? page.certificate : {};
      expect(Date.parse(coveredFrom)).toBeLessThanOrEqual(Date.parse(changedSince) - 2 * MINUTE_MS);
    });

    test('a change in the very minute of the instant, or by a clock a little behind, is not missed', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([{ text: 'Acme' }]);
      vendor.advanceClock(LONG_MS);
      await vendor.editRow(id, { number: 8 });
      const ahead = new Date(vendor.now() + 2 * MINUTE_MS).toISOString();
      const session = await Session.open(harness, vendor);
      for (const changedSince of [instant(vendor), ahead]) {
        const { records } = await session.readChanges(changedSince);
        expect(records.map(({ externalId }) => externalId)).toEqual([id]);
      }
    });

    test('nothing changed is one empty page, and rows that were deleted are not told of', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([{ text: 'Acme' }, { text: 'Beta' }]);
      vendor.advanceClock(LONG_MS);
      const changedSince = instant(vendor);
      await vendor.deleteRow(id);
      const page = await (await Session.open(harness, vendor)).readChanges(changedSince);
      expect(page).toMatchObject({ records: [], cursor: null, certificate: { complete: false, rows: 0 } });
    });

    test('many changes come in pages that another connection can go on with, each once', async () => {
      await using vendor = await harness.start();
      await vendor.addRows([{ text: 'Avant' }]);
      vendor.advanceClock(LONG_MS);
      const changedSince = instant(vendor);
      const names = Array.from({ length: pageSize + 3 }, (_, index) => ({ text: `Client ${index}` }));
      const added = await vendor.addRows(names);
      const pages: RemotePage[] = [];
      for (let cursor: string | null = null; pages.length === 0 || cursor !== null; ) {
        const page = await (await Session.open(harness, vendor)).readChanges(changedSince, cursor);
        pages.push(page);
        cursor = page.cursor;
      }
      const ids = pages.flatMap(({ records }) => records.map(({ externalId }) => externalId));
      expect(ids.sort()).toEqual([...added].sort());
      expect(pages.map(({ certificate }) => certificate?.complete ?? null)).toEqual([null, false]);
      expect(pages.at(-1)?.certificate).toMatchObject({ pages: 2, rows: pageSize + 3 });
    });

    test('a cursor of one listing is refused by another', async () => {
      await using vendor = await harness.start();
      await vendor.addRows(Array.from({ length: pageSize + 1 }, (_, index) => ({ text: `Client ${index}` })));
      const session = await Session.open(harness, vendor);
      const since = new Date(vendor.now() - LONG_MS).toISOString();
      const earlier = new Date(vendor.now() - 2 * LONG_MS).toISOString();
      const changes = await session.readChanges(since);
      const whole = await session.readPage(null);
      await expectFailure(session.readPage(changes.cursor), vendor.settings, 'cursor_expired');
      await expectFailure(session.readChanges(since, whole.cursor), vendor.settings, 'cursor_expired');
      await expectFailure(session.readChanges(earlier, changes.cursor), vendor.settings, 'cursor_expired');
    });

    test('after any edits, a copy kept by changes alone holds what a whole listing shows', async () => {
      await using vendor = await harness.start();
      const names = Array.from({ length: 30 }, (_, index) => ({ text: `Client ${index}`, number: index }));
      const ids = [...(await vendor.addRows(names))];
      const session = await Session.open(harness, vendor);
      const copy = new Map<string, unknown>();
      let since = new Date(vendor.now() - LONG_MS).toISOString();
      for (let round = 0; round < 12; round += 1) {
        const startedAt = instant(vendor);
        for (const { externalId, cells } of (await session.readChanges(since)).records) {
          copy.set(externalId, cells);
        }
        since = startedAt;
        const whole = await session.readPage(null);
        expect(Object.fromEntries(copy)).toEqual(
          Object.fromEntries(whole.records.map(({ externalId, cells }) => [externalId, cells])),
        );
        // Steps of 7, 14, 21… minutes less some seconds: inside and outside the overlap, across minutes.
        vendor.advanceClock(round * 7 * MINUTE_MS - round * 1_337);
        for (const row of [round, (round * 11) % 30]) await vendor.editRow(ids[row] ?? '', { number: round });
        ids.push(...(await vendor.addRows([{ text: `Nouveau ${round}` }])));
      }
    });

    test('the schema tells which columns may change without their row being listed', async () => {
      await using vendor = await harness.start();
      const { schema, ids } = await Session.open(harness, vendor);
      const listed = new Map(schema.columns.map(({ id, changesListed }) => [id, changesListed]));
      for (const role of ['text', 'notes', 'number', 'date', 'choice'] as const) {
        expect(listed.get(ids[role]), role).toBe(true);
      }
    });
  });
}
