import { describe, expect, test } from 'vitest';
import type { ConnectorHarness, VendorFault } from './harness.ts';
import { expectFailure, Session } from './session.ts';

const CARRIED_OUT: readonly VendorFault['kind'][] = ['drop-after', 'html-200', 'error-after'];

/** Tests of taking rows out of the table, and of bringing them back where the vendor can. */
export function archivingTests(harness: ConnectorHarness): void {
  const { maxArchiveBatch, restoresArchived } = harness.definition.capabilities;
  const named = (count: number) => Array.from({ length: count }, (_, index) => ({ text: `Client ${index}` }));

  describe('archiving', () => {
    test('a full batch is one request, and its rows alone are gone', async () => {
      await using vendor = await harness.start();
      const ids = await vendor.addRows(named(maxArchiveBatch + 1));
      const session = await Session.open(harness, vendor);
      const before = vendor.requests().length;
      await session.archive(ids.slice(1));
      expect(vendor.requests().length - before).toBe(1);
      expect((await session.readPage(null)).records.map(({ externalId }) => externalId)).toEqual([ids[0]]);
      for (const id of ids.slice(1)) expect(await session.readRecord(id)).toBeNull();
    });

    test('a row that is gone already, by us or by a person, is done', async () => {
      await using vendor = await harness.start();
      const [ours = '', theirs = ''] = await vendor.addRows(named(3));
      const session = await Session.open(harness, vendor);
      await session.archive([ours]);
      await session.archive([ours]);
      await vendor.deleteRow(theirs);
      await session.archive([theirs]);
      expect((await session.readPage(null)).records).toHaveLength(1);
    });

    if (maxArchiveBatch > 1)
      test('one row that is gone keeps all of its batch from going', async () => {
        await using vendor = await harness.start();
        const [gone = '', stays = ''] = await vendor.addRows(named(2));
        const session = await Session.open(harness, vendor);
        await vendor.deleteRow(gone);
        await expectFailure(session.archive([stays, gone]), vendor.settings, 'record_gone');
        expect(await session.readRecord(stays)).not.toBeNull();
      });

    test.each(CARRIED_OUT)(
      'an answer lost by %s is told as such, and looking shows the row gone',
      async (kind) => {
        await using vendor = await harness.start();
        const [id = ''] = await vendor.addRows(named(1));
        const session = await Session.open(harness, vendor);
        vendor.strike({ on: 'write', kind });
        const error = await expectFailure(session.archive([id]), vendor.settings, 'outcome_unknown');
        expect(error.retryable).toBe(false);
        expect(await session.readRecord(id)).toBeNull();
        await session.archive([id]);
      },
    );

    test('too many calls are told with a wait, and the row stays', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows(named(1));
      const session = await Session.open(harness, vendor);
      vendor.strike({ on: 'write', kind: 'too-many' });
      const error = await expectFailure(session.archive([id]), vendor.settings, 'rate_limited');
      expect(error.retryAfterMs).toBeGreaterThan(0);
      expect(await session.readRecord(id)).not.toBeNull();
    });

    test('no rows are no request', async () => {
      await using vendor = await harness.start();
      const session = await Session.open(harness, vendor);
      const before = vendor.requests().length;
      await session.archive([]);
      expect(vendor.requests().length).toBe(before);
    });

    if (restoresArchived)
      test('an archived row comes back under its id with all its cells', async () => {
        await using vendor = await harness.start();
        const [id = ''] = await vendor.addRows([{ text: 'Acme', notes: 'Rappeler', number: 1200.5 }]);
        const session = await Session.open(harness, vendor);
        const before = await session.readRecord(id);
        await session.archive([id]);
        const restored = await session.restore(id);
        expect(restored.externalId).toBe(id);
        expect(restored.cells).toEqual(before?.cells);
        expect((await session.readPage(null)).records.map(({ cells }) => cells)).toEqual([before?.cells]);
        expect((await session.restore(id)).cells).toEqual(before?.cells);
      });

    test('a row that cannot be brought back is told, with a remedy', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows(named(1));
      const session = await Session.open(harness, vendor);
      await vendor.deleteRow(id);
      const code = restoresArchived ? 'record_gone' : 'value_refused';
      await expectFailure(session.restore(id), vendor.settings, code);
    });
  });
}
