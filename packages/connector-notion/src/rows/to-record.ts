import type { CellValue, RemoteColumn, RemoteRecord } from '@passerelle/connector';
import type { PropertyValue } from '../cells/property-value.ts';
import { readCell } from '../cells/read-cell.ts';
import { LINK_UNNAMED, NOT_ANSWERED, NOT_READ_WHOLE, RETYPED } from '../cells/unreadable.ts';
import type { NameLookup } from '../names/name-lookup.ts';
import { toNotionId } from '../notion-id.ts';
import type { PageAnswer } from '../pages/page-wire.ts';
import { propertyKey } from '../pages/property-id.ts';
import type { ColumnPlan } from './column-plan.ts';

/** For a row whose creation time Notion does not show: no later than any other. */
const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z';

/** A row with its values by `propertyKey`: names change, ids do not. `null`: only its start could be had. */
export interface Row {
  readonly page: PageAnswer;
  readonly values: ReadonlyMap<string, PropertyValue | null>;
}

/** Takes a page's values apart. */
export function toRow(page: PageAnswer): Row {
  const properties = Object.values(page.properties ?? {});
  return { page, values: new Map(properties.map((value) => [propertyKey(value.id ?? ''), value])) };
}

/** A row as the engine knows it. A value that Notion left out is not an empty one: it must not empty anything here. */
export function toRecord(
  { page, values }: Row,
  { columns, blindIds }: Pick<ColumnPlan, 'columns' | 'blindIds'>,
  names: NameLookup,
): RemoteRecord {
  const cells = columns.map((column) => {
    const cell = cellOf(column, { values, names });
    const isBlind = blindIds.has(column.id) && (cell === null || column.type === 'rollup');
    return [column.id, isBlind ? LINK_UNNAMED : cell] as const;
  });
  return {
    externalId: toNotionId(page.id) ?? page.id,
    createdAt: page.created_time ?? UNKNOWN_TIME,
    editedAt: page.last_edited_time ?? null,
    cells: Object.fromEntries(cells),
  };
}

function cellOf(
  { id, type }: RemoteColumn,
  { values, names }: Pick<Row, 'values'> & { names: NameLookup },
): CellValue {
  const value = values.get(propertyKey(id));
  if (value === null) return NOT_READ_WHOLE;
  if (value === undefined) return NOT_ANSWERED;
  return value.type === type ? readCell(value, names) : RETYPED;
}
