import type { CellValue, Connector, RemoteSchema } from '@passerelle/connector';
import type { BoundColumn } from './bind-columns.ts';
import type { FieldValues } from './field-values.ts';
import { stagedRow } from './stage-listing.ts';

/** A remote record as it is and as an import would read it. */
export interface SampleRecord {
  readonly externalId: string;
  readonly cells: readonly { readonly bound: BoundColumn; readonly value: CellValue }[];
  readonly values: FieldValues;
  /** Why an import would refuse it; empty when it would not. */
  readonly reasons: readonly string[];
  readonly unknownStatus: string | null;
}

/** The first `count` records of a table, read as an import would; at most one page is asked for. */
export async function readSamples(
  connector: Connector,
  table: { schema: RemoteSchema; columns: readonly BoundColumn[] },
  { count, signal }: { count: number; signal: AbortSignal | undefined },
): Promise<SampleRecord[]> {
  const { schema, columns } = table;
  const columnIds = [...new Set(columns.map(({ column }) => column.id))];
  const { records } = await connector.readPage({ schema, columnIds, cursor: null, signal });
  return records.slice(0, count).map((record) => {
    const { externalId, values, reasons, unknownStatus } = stagedRow(record, 0, columns);
    const cells = columns.map((bound) => ({ bound, value: record.cells[bound.column.id] ?? null }));
    return { externalId, cells, values: values as FieldValues, reasons: reasons ?? [], unknownStatus };
  });
}
