import { describe, expect, test } from 'vitest';
import type { RemotePage } from '../connector.ts';
import { findColumn } from '../find-column.ts';
import { type ConnectorHarness, OPTIONS } from './harness.ts';
import { Session } from './session.ts';

/** Tests of schema, listing, single reads and searches. */
export function readingTests(harness: ConnectorHarness): void {
  const { pageSize } = harness.definition.capabilities;

  describe('reading', () => {
    test('the schema tells the kind of each column, its options, and why one cannot be written', async () => {
      await using vendor = await harness.start();
      const { schema, ids } = await Session.open(harness, vendor);
      const of = (id: string) => schema.columns.find((column) => column.id === id);
      expect(of(ids.text)).toMatchObject({ name: vendor.columns.text, kind: 'text', writable: true });
      expect(of(ids.number)).toMatchObject({ kind: 'number', writable: true, readOnlyReason: null });
      expect(of(ids.date)).toMatchObject({ kind: 'date', writable: true, options: [] });
      expect(of(ids.choice)).toMatchObject({ kind: 'choice', options: [...OPTIONS] });
      expect(of(ids.readOnly)?.writable).toBe(false);
      expect(of(ids.readOnly)?.readOnlyReason).toMatch(/\.$/);
      expect(schema.tables).toContainEqual({ id: schema.tableId, name: schema.tableName });
    });

    test('a row that is there, and one that is not, are told by name', async () => {
      await using vendor = await harness.start();
      const [there = '', gone = ''] = await vendor.addRows(rowsNamed(2));
      const session = await Session.open(harness, vendor);
      await vendor.deleteRow(gone);
      const { schema } = session;
      expect(await session.connector.whereabouts({ schema, externalId: there })).toBe('there');
      const answer = await session.connector.whereabouts({ schema, externalId: gone });
      expect(answer).not.toBe('there');
      if (!harness.definition.capabilities.hidesRows) expect(answer).toBe('gone');
    });

    test('an empty table is one page, whose certificate says no rows', async () => {
      await using vendor = await harness.start();
      const { pages } = await listAll(await Session.open(harness, vendor));
      expect(pages).toHaveLength(1);
      expect(pages[0]).toMatchObject({ records: [], cursor: null, certificate: { complete: true, rows: 0 } });
    });

    test.each([
      ['less than a page', 3],
      ['whole pages exactly', 2 * pageSize],
      ['pages and a rest', 2 * pageSize + 7],
    ])('%s: every row once, and a certificate with the last page only', async (_name, count) => {
      await using vendor = await harness.start();
      const added = await vendor.addRows(rowsNamed(count));
      const session = await Session.open(harness, vendor);
      const { pages, records } = await listAll(session);
      expect(records.map(({ externalId }) => externalId).sort()).toEqual([...added].sort());
      expect(new Set(records.map((record) => session.cell(record, 'text'))).size).toBe(count);
      const last = pages.at(-1);
      expect(last?.certificate).toMatchObject({
        complete: true,
        windows: 1,
        pages: pages.length,
        rows: count,
      });
      expect(last?.cursor).toBeNull();
      for (const page of pages.slice(0, -1)) {
        expect(page.certificate).toBeNull();
        expect(page.cursor).toBeTypeOf('string');
        expect(page.records.length).toBeLessThanOrEqual(pageSize);
      }
    });

    test('a cursor kept as text is taken up by another connection', async () => {
      await using vendor = await harness.start();
      await vendor.addRows(rowsNamed(pageSize + 1));
      const first = await (await Session.open(harness, vendor)).readPage(null);
      const session = await Session.open(harness, vendor);
      const second = await session.readPage(first.cursor);
      const ids = [...first.records, ...second.records].map(({ externalId }) => externalId);
      expect(new Set(ids).size).toBe(pageSize + 1);
      expect(second.certificate).toMatchObject({ pages: 2, rows: pageSize + 1 });
    });

    test('cells come as text, numbers, days and names; an empty one is null, never missing', async () => {
      await using vendor = await harness.start();
      const cells = {
        text: 'Société « Éléa »',
        notes: 'a\nb',
        number: -12.5,
        date: '2026-11-22',
        choice: 'Fermé',
      };
      const [full = '', empty = ''] = await vendor.addRows([cells, {}]);
      const session = await Session.open(harness, vendor);
      const record = await session.readRecord(full);
      for (const [role, value] of Object.entries(cells)) {
        expect(session.cell(record, role as keyof typeof cells), role).toEqual(value);
      }
      const blank = await session.readRecord(empty);
      for (const role of ['text', 'notes', 'number', 'date', 'choice'] as const) {
        expect(session.cell(blank, role), role).toBeNull();
      }
      expect(record?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    });

    test('only the columns asked for are read', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([{ text: 'Acme', number: 1 }]);
      const { connector, schema, ids } = await Session.open(harness, vendor);
      const asked = { schema, columnIds: [ids.text] };
      const page = await connector.readPage({ ...asked, cursor: null });
      expect(page.records[0]?.cells).toEqual({ [ids.text]: 'Acme' });
      expect((await connector.readRecord({ ...asked, externalId: id }))?.cells).toEqual({
        [ids.text]: 'Acme',
      });
    });

    test('a renamed column keeps its id: a schema read before the renaming still reads and writes', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([{ text: 'Acme', number: 1200 }]);
      const session = await Session.open(harness, vendor);
      await vendor.renameColumn('number', 'Montant HT');
      const page = await session.readPage(null);
      expect(session.cell(page.records[0], 'number')).toBe(1200);
      await session.update(id, { number: 1300 });
      const later = await session.connector.schema();
      expect(findColumn(later.columns, 'Montant HT')?.id).toBe(session.ids.number);
      expect(session.cell(await session.readRecord(id), 'number')).toBe(1300);
    });

    test('a record that is gone reads as null', async () => {
      await using vendor = await harness.start();
      const [id = ''] = await vendor.addRows([{ text: 'Acme' }]);
      const session = await Session.open(harness, vendor);
      await vendor.deleteRow(id);
      expect(await session.readRecord(id)).toBeNull();
    });

    test.each(['Acme', 'L\'Oréal d\'"Or"', String.raw`C:\data\{x}`, '100 % "vrai" ?', 'Zoé & fils, SARL'])(
      'a search for %j finds the rows that hold exactly that',
      async (value) => {
        await using vendor = await harness.start();
        const [id] = await vendor.addRows([{ text: value }, { text: `${value} bis` }, { text: '' }]);
        const session = await Session.open(harness, vendor);
        const found = await session.findByText(value);
        expect(found.map(({ externalId }) => externalId)).toEqual([id]);
        expect(session.cell(found[0], 'text')).toBe(value);
        expect(await session.findByText(`${value}, absent`)).toEqual([]);
      },
    );

    test('a search finds every row that holds the text, whole pages of them included', async () => {
      await using vendor = await harness.start();
      const same = Array.from({ length: pageSize + 1 }, () => ({ text: 'Acme' }));
      await vendor.addRows([...same, { text: 'Autre' }]);
      const session = await Session.open(harness, vendor);
      expect(await session.findByText('Acme')).toHaveLength(pageSize + 1);
    });
  });
}

function rowsNamed(count: number) {
  return Array.from({ length: count }, (_, index) => ({ text: `Client ${index}`, number: index }));
}

async function listAll(session: Session) {
  const pages: RemotePage[] = [];
  for (let cursor: string | null = null; pages.length === 0 || cursor !== null; ) {
    const page = await session.readPage(cursor);
    pages.push(page);
    cursor = page.cursor;
  }
  return { pages, records: pages.flatMap(({ records }) => records) };
}
