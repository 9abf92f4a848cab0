import { describe, expect, test } from 'vitest';
import type { ConnectionReport, ConnectorSettings } from '../connector.ts';
import type { ConnectorHarness, VendorUnderTest } from './harness.ts';
import { connectTo } from './session.ts';

const ORDER = ['network', 'token', 'access', 'table', 'mapping', 'write'];

/** A connection test makes at most this many requests before it counts rows. */
const MOST_REQUESTS = 4;

/** What a person can do about it, in the words that a remedy begins with. */
const REMEDY =
  /\b(vérifiez|corrigez|créez|copiez|collez|ajoutez|indiquez|renseignez|donnez|cochez|ouvrez|réessayez|attendez|saisissez)\b/i;

/** Tests of the connection test. */
export function connectionTests(harness: ConnectorHarness): void {
  const { pageSize } = harness.definition.capabilities;

  async function report(
    vendor: VendorUnderTest,
    change: Partial<ConnectorSettings> & { columns?: readonly string[] } = {},
  ): Promise<ConnectionReport> {
    const { columns = Object.values(vendor.columns), ...settings } = change;
    const before = vendor.requests().length;
    const found = await connectTo(harness, vendor, settings).test({
      columns: columns.map((text) => ({ text, knownIds: [] })),
    });
    const pages = found.recordCount === null ? 0 : Math.max(1, Math.ceil(found.recordCount / pageSize));
    expect(vendor.requests().length - before - pages).toBeLessThanOrEqual(MOST_REQUESTS);
    const names = found.checks.map(({ name }) => name);
    expect(names).toEqual(ORDER.filter((name) => names.some((seen) => seen === name)));
    for (const { message } of found.checks) {
      expect(message).toMatch(/\.\)?$/);
      expect(message).not.toContain(settings.token ?? vendor.settings.token);
    }
    for (const { ok, message } of found.checks) if (!ok) expect(message).toMatch(REMEDY);
    return found;
  }

  const failed = ({ checks }: ConnectionReport) => checks.filter(({ ok }) => !ok).map(({ name }) => name);

  describe('connection test', () => {
    test('a sound connection passes every check and counts the rows in few requests', async () => {
      await using vendor = await harness.start();
      await vendor.addRows(Array.from({ length: pageSize + 1 }, (_, index) => ({ text: `Client ${index}` })));
      const found = await report(vendor);
      expect(found.checks.map(({ name }) => name)).toEqual(ORDER);
      expect(failed(found)).toEqual([]);
      expect(found).toMatchObject({ recordCount: pageSize + 1, countCapped: false });
      expect(found.tableName).toBeTypeOf('string');
      expect(await vendor.countRows()).toBe(pageSize + 1);
    });

    test('a vendor that cannot be reached fails the network check alone', async () => {
      const vendor = await harness.start();
      await vendor[Symbol.asyncDispose]();
      const found = await report(vendor);
      expect(failed(found)).toEqual(['network']);
      expect(found).toMatchObject({ tableName: null, recordCount: null });
    });

    test('a web page instead of an answer fails the network check', async () => {
      await using vendor = await harness.start();
      vendor.strike({ on: 'read', kind: 'html-200' });
      expect(failed(await report(vendor))).toEqual(['network']);
    });

    test('a wrong token fails the token check, with where to find the right one', async () => {
      await using vendor = await harness.start();
      const found = await report(vendor, { token: 'WrongSecret0123456789' });
      expect(failed(found)).toEqual(['token']);
      expect(found.checks.at(-1)?.message).toMatch(/\w+\.\w+\//);
    });

    test('a base that is absent or not shared fails the access check', async () => {
      await using vendor = await harness.start();
      const found = await report(vendor, { baseId: vendor.absentBaseId });
      expect(failed(found)).toEqual(['access']);
      expect(found.recordCount).toBeNull();
    });

    test('a text without base id fails the access check', async () => {
      await using vendor = await harness.start();
      expect(failed(await report(vendor, { baseId: 'mes deals' }))).toEqual(['access']);
    });

    test('a vendor that is down, or that has enough of us, fails one check with what to do, and is left alone', async () => {
      for (const kind of ['unavailable', 'too-many', 'drop-before', 'html-502'] as const) {
        await using vendor = await harness.start();
        vendor.strike({ on: 'read', kind });
        const found = await report(vendor);
        expect(failed(found), kind).toHaveLength(1);
        expect(found.recordCount, kind).toBeNull();
        expect(vendor.requests().length, kind).toBe(1);
      }
    });

    test('a mapped column that is missing fails the mapping check, by name and with the ones there are', async () => {
      await using vendor = await harness.start();
      const found = await report(vendor, { columns: [vendor.columns.text, 'Chiffre'] });
      expect(failed(found)).toEqual(['mapping']);
      const message = found.checks.find(({ name }) => name === 'mapping')?.message;
      expect(message).toContain('« Chiffre »');
      expect(message).toContain(`« ${vendor.columns.number} »`);
    });

    test('an abort throws its reason', async () => {
      await using vendor = await harness.start();
      const reason = new Error('the person left');
      const connector = connectTo(harness, vendor);
      await expect(connector.test({ columns: [], signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
}
