import type { RemoteRecord } from '@passerelle/connector';
import type { PropertyValue } from '../cells/property-value.ts';
import { gather, referencesOf } from '../names/references.ts';
import type { PageAnswer } from '../pages/page-wire.ts';
import { propertyKey } from '../pages/property-id.ts';
import { mayBeCut, wholeProperty } from '../pages/whole-property.ts';
import type { ColumnPlan, PlannedCall, RowReader } from './column-plan.ts';
import { type Row, toRecord, toRow } from './to-record.ts';

/** Reads pages whole: what Notion cut is fetched, what it shows by id is named. */
export async function readRows(
  reader: RowReader,
  pages: readonly PageAnswer[],
  call: PlannedCall,
): Promise<RemoteRecord[]> {
  const rows: Row[] = [];
  for (const page of pages) {
    const row = toRow(page);
    const fetchWhole = (value: PropertyValue) =>
      wholeProperty(reader.client, { pageId: page.id, value, signal: call.signal });
    rows.push(await withoutCuts(row, call.plan, fetchWhole));
  }
  await loadNames(reader, rows, call);
  return rows.map((row) => toRecord(row, call.plan, reader.names));
}

/** Reads a page without asking for anything more: what Notion cut or shows by id is unreadable. */
export async function readAsShown(
  { names }: RowReader,
  page: PageAnswer,
  plan: ColumnPlan,
): Promise<RemoteRecord> {
  return toRecord(await withoutCuts(toRow(page), plan, async () => null), plan, names);
}

async function withoutCuts(
  row: Row,
  plan: ColumnPlan,
  fetchWhole: (value: PropertyValue) => Promise<PropertyValue | null>,
): Promise<Row> {
  const values = new Map(row.values);
  for (const { id } of plan.columns) {
    const value = row.values.get(propertyKey(id));
    if (value && (mayBeCut(value) || gathersFromCut(row, id, plan))) {
      values.set(propertyKey(id), await fetchWhole(value));
    }
  }
  return { ...row, values };
}

/** A result over more links than Notion follows is not short but wrong: a sum of the first 25. */
function gathersFromCut(row: Row, columnId: string, { config }: ColumnPlan): boolean {
  return config.relationsOf(columnId).some((relation) => {
    const links = row.values.get(propertyKey(relation));
    return links !== undefined && links !== null && mayBeCut(links);
  });
}

async function loadNames(reader: RowReader, rows: readonly Row[], call: PlannedCall): Promise<void> {
  const { columns, config } = call.plan;
  const found = columns.map(({ id }) => {
    const values = rows.flatMap((row) => row.values.get(propertyKey(id)) ?? []);
    return { tableId: config.linkedTable(id), ...gather(values.map(referencesOf)) };
  });
  const links = found.map(({ tableId, pages }) => ({ tableId, pageIds: pages }));
  await reader.names.load(gather(found), links, call.signal);
}
