import type { CellValue, RemoteRecord } from '@passerelle/connector';
import { type LinkNames, readCell } from '../cells/read-cell.ts';
import type { TableAccess } from './table-access.ts';
import type { RecordAnswer } from './wire.ts';

/** Records as the engine knows them, linked ones by name. */
export async function remoteRecords(
  records: readonly RecordAnswer[],
  table: TableAccess,
): Promise<RemoteRecord[]> {
  const names = await table.linkNames.of(records, table);
  return records.map((record) => toRemoteRecord(record, table, names));
}

/** As `remoteRecords` for what was just written, which nothing may keep from being reported: not even a stop. */
export async function writtenRecords(
  records: readonly RecordAnswer[],
  table: TableAccess,
): Promise<RemoteRecord[]> {
  const names = await table.linkNames.of(records, table).catch(() => table.linkNames.known);
  return records.map((record) => toRemoteRecord(record, table, names));
}

/** Airtable does not tell when a record was edited. */
function toRemoteRecord(
  { id, createdTime, fields: raw }: RecordAnswer,
  { fields }: TableAccess,
  names: LinkNames,
): RemoteRecord {
  const cells: Record<string, CellValue> = {};
  for (const field of fields) cells[field.id] = readCell(field, raw[field.id], names);
  return { externalId: id, createdAt: createdTime, editedAt: null, cells };
}
