import { describe, expect, test } from 'vitest';
import type { ConnectorErrorCode } from '../errors.ts';
import type { ConnectorHarness, VendorFault } from './harness.ts';
import { connectTo, expectFailure, Session } from './session.ts';

interface Outcome {
  readonly kind: VendorFault['kind'];
  readonly codes: readonly ConnectorErrorCode[];
}

const ON_READS: readonly Outcome[] = [
  { kind: 'drop-before', codes: ['network'] },
  { kind: 'drop-after', codes: ['network'] },
  { kind: 'html-200', codes: ['answer_unreadable'] },
  { kind: 'html-502', codes: ['vendor_down'] },
  { kind: 'unavailable', codes: ['vendor_down'] },
  { kind: 'error-after', codes: ['vendor_down'] },
  { kind: 'too-many', codes: ['rate_limited'] },
];

/** What a write may be told as; a connector may look once more than it must, never once less. */
const ON_WRITES: readonly Outcome[] = [
  { kind: 'drop-before', codes: ['outcome_unknown'] },
  { kind: 'drop-after', codes: ['outcome_unknown'] },
  { kind: 'html-200', codes: ['outcome_unknown'] },
  { kind: 'html-502', codes: ['outcome_unknown'] },
  { kind: 'unavailable', codes: ['vendor_down', 'outcome_unknown'] },
  { kind: 'error-after', codes: ['outcome_unknown'] },
  { kind: 'too-many', codes: ['rate_limited'] },
];

const CARRIED_OUT = new Set<VendorFault['kind']>(['drop-after', 'html-200', 'error-after']);

/** Tests of refusals, faults on the way, expired cursors and aborts. */
export function failureTests(harness: ConnectorHarness): void {
  describe('failures', () => {
    test('a token the vendor does not know is refused, and shown nowhere', async () => {
      await using vendor = await harness.start();
      const token = `${vendor.settings.token.slice(0, 4)}WrongSecret0123456789`;
      const urls: string[] = [];
      const wrong = connectTo(harness, vendor, { token, onRequest: ({ url }) => urls.push(url) });
      await expectFailure(wrong.schema(), { token }, 'token_refused');
      expect(urls.join()).not.toContain(token);
    });

    test.each(['a base that does not exist', 'a text that is no base'])('%s is access lost', async (name) => {
      await using vendor = await harness.start();
      const baseId = name.startsWith('a base') ? vendor.absentBaseId : 'mes deals';
      const lost = connectTo(harness, vendor, { baseId });
      await expectFailure(lost.schema(), vendor.settings, 'access_lost');
    });

    test('a vendor that cannot be reached is a network failure that may be retried', async () => {
      const vendor = await harness.start();
      await vendor[Symbol.asyncDispose]();
      const error = await expectFailure(connectTo(harness, vendor).schema(), vendor.settings, 'network');
      expect(error.retryable).toBe(true);
    });

    test.each(ON_READS)('a read that meets $kind is $codes', async ({ kind, codes }) => {
      await using vendor = await harness.start();
      await vendor.addRows([{ text: 'Acme' }]);
      const session = await Session.open(harness, vendor);
      vendor.strike({ on: 'read', kind });
      const error = await expectFailure(session.readPage(null), vendor.settings, ...codes);
      expect(error.retryable).toBe(error.code !== 'answer_unreadable');
      if (kind === 'too-many') expect(error.retryAfterMs).toBeGreaterThan(0);
      expect((await session.readPage(null)).records).toHaveLength(1);
    });

    test.each(ON_WRITES)('a write that meets $kind is $codes', async ({ kind, codes }) => {
      await using vendor = await harness.start();
      const session = await Session.open(harness, vendor);
      vendor.strike({ on: 'write', kind });
      const error = await expectFailure(session.create([{ text: 'Acme' }]), vendor.settings, ...codes);
      expect(error.retryable).toBe(error.code !== 'outcome_unknown');
      if (kind === 'too-many') expect(error.retryAfterMs).toBeGreaterThan(0);
      const written = CARRIED_OUT.has(kind) ? 1 : 0;
      expect(await vendor.countRows()).toBe(written);
      expect(await session.findByText('Acme')).toHaveLength(written);
    });

    test('a change whose answer was lost can be seen by reading the record', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([{ text: 'Acme', number: 1 }]);
      const session = await Session.open(harness, vendor);
      vendor.strike({ on: 'write', kind: 'drop-after' });
      await expectFailure(session.update(id, { number: 2 }), vendor.settings, 'outcome_unknown');
      expect(session.cell(await session.readRecord(id), 'number')).toBe(2);
    });

    test('a record is never taken for gone because something in between failed', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([{ text: 'Acme' }]);
      const session = await Session.open(harness, vendor);
      for (const kind of ['html-200', 'html-502', 'drop-before'] as const) {
        vendor.strike({ on: 'read', kind });
        await expectFailure(
          session.readRecord(id),
          vendor.settings,
          'answer_unreadable',
          'vendor_down',
          'network',
        );
      }
    });

    test('an expired cursor, or one that never was, asks for a new listing', async () => {
      await using vendor = await harness.start();
      const { pageSize } = harness.definition.capabilities;
      await vendor.addRows(Array.from({ length: pageSize + 1 }, (_, index) => ({ text: `Client ${index}` })));
      const session = await Session.open(harness, vendor);
      const { cursor } = await session.readPage(null);
      await vendor.expireCursors();
      await expectFailure(session.readPage(cursor), vendor.settings, 'cursor_expired');
      await expectFailure(session.readPage('no cursor'), vendor.settings, 'cursor_expired');
    });

    test('an abort throws its own reason: before a call, and during a read', async () => {
      await using vendor = await harness.start();
      const session = await Session.open(harness, vendor);
      const reason = new Error('the person cancelled');
      const before = vendor.requests().length;
      await expect(session.readPage(null, AbortSignal.abort(reason))).rejects.toBe(reason);
      await expect(session.create([{ text: 'Acme' }], AbortSignal.abort(reason))).rejects.toBe(reason);
      expect(vendor.requests().length).toBe(before);
      vendor.strike({ on: 'read', kind: 'delay', delayMs: 2_000 });
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 50);
      const from = performance.now();
      await expect(session.readPage(null, controller.signal)).rejects.toBe(reason);
      expect(performance.now() - from).toBeLessThan(1_000);
    });

    test('an abort during a write still answers what was written', async () => {
      await using vendor = await harness.start();
      const session = await Session.open(harness, vendor);
      vendor.strike({ on: 'write', kind: 'delay', delayMs: 200 });
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('the person cancelled')), 50);
      const [created] = await session.create([{ text: 'Acme' }], controller.signal);
      expect(session.cell(created, 'text')).toBe('Acme');
      expect(await vendor.countRows()).toBe(1);
    });
  });
}
