import { describe, expect, test } from 'vitest';
import type { ConnectorHarness } from './harness.ts';
import { expectFailure, Session } from './session.ts';

const FULL = {
  text: 'Acme',
  notes: 'Rappeler',
  number: 1200.5,
  date: '2026-12-31',
  choice: 'Ouvert',
} as const;

/** Tests of creating and changing rows, when all goes well and when the vendor refuses. */
export function writingTests(harness: ConnectorHarness): void {
  const { maxWriteBatch } = harness.definition.capabilities;

  describe('writing', () => {
    test('what is created is answered as the vendor holds it, and reads back the same', async () => {
      await using vendor = await harness.start();
      const session = await Session.open(harness, vendor);
      const [created] = await session.create([FULL]);
      const read = await session.readRecord(created?.externalId ?? '');
      for (const [role, value] of Object.entries(FULL)) {
        expect(session.cell(created, role as keyof typeof FULL), role).toEqual(value);
        expect(session.cell(read, role as keyof typeof FULL), role).toEqual(value);
      }
      expect(await vendor.countRows()).toBe(1);
    });

    test('a full batch is one request, answered in the order sent', async () => {
      await using vendor = await harness.start();
      const session = await Session.open(harness, vendor);
      const names = Array.from({ length: maxWriteBatch }, (_, index) => `Client ${maxWriteBatch - index}`);
      const before = vendor.requests().length;
      const created = await session.create(names.map((text) => ({ text })));
      expect(vendor.requests().length - before).toBe(1);
      expect(created.map((record) => session.cell(record, 'text'))).toEqual(names);
    });

    test('a change touches only the cells it names, and null empties one', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([FULL]);
      const session = await Session.open(harness, vendor);
      const [changed] = await session.update(id, { number: 7, date: null, choice: null, notes: null });
      const read = await session.readRecord(id);
      for (const record of [changed, read]) {
        expect(record?.externalId).toBe(id);
        expect(session.cell(record, 'text')).toBe('Acme');
        expect(session.cell(record, 'number')).toBe(7);
        for (const role of ['date', 'choice', 'notes'] as const) {
          expect(session.cell(record, role), role).toBeNull();
        }
      }
    });

    test('a change of a record that is gone is told as such', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([FULL]);
      const session = await Session.open(harness, vendor);
      await vendor.deleteRow(id);
      const error = await expectFailure(session.update(id, { number: 1 }), vendor.settings, 'record_gone');
      expect(error.retryable).toBe(false);
    });

    test.each([
      ['text in a number column', { text: 'Acme', number: 'beaucoup' }],
      ['a day that does not exist', { text: 'Acme', date: '2026-02-30' }],
      ['a cell of a column that is computed', { text: 'Acme', readOnly: 'x' }],
    ])('%s is refused with a reason, and nothing is written', async (_name, cells) => {
      await using vendor = await harness.start();
      const session = await Session.open(harness, vendor);
      const error = await expectFailure(session.create([cells]), vendor.settings, 'value_refused');
      expect(error.retryable).toBe(false);
      expect(await vendor.countRows()).toBe(0);
    });

    test('no items are no request', async () => {
      await using vendor = await harness.start();
      const session = await Session.open(harness, vendor);
      const before = vendor.requests().length;
      expect(await session.create([])).toEqual([]);
      expect(vendor.requests().length).toBe(before);
    });
  });
}
