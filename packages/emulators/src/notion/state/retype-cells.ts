import type { SourceProperty } from '../schema/property.ts';
import type { Cell } from '../values/cell.ts';
import { cellFromPlain, type PlainValue, plainFromCell } from '../values/plain-value.ts';
import type { DataSource } from './records.ts';
import type { Workspace } from './workspace.ts';

/** Reads every value of a column as another type; what cannot be read is lost, as it is in the app. */
export function retypeCells(
  workspace: Workspace,
  source: DataSource,
  { before, after }: { before: SourceProperty; after: SourceProperty },
): void {
  for (const page of source.rows) {
    const { [before.id]: cell, ...others } = page.cells;
    const converted = cell === undefined ? undefined : convert(workspace, after, plainFromCell(before, cell));
    page.cells = converted === undefined ? others : { ...others, [after.id]: converted };
  }
}

function convert(workspace: Workspace, property: SourceProperty, value: PlainValue): Cell | undefined {
  for (const candidate of readings(value)) {
    try {
      return cellFromPlain(workspace, property, candidate);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return undefined;
}

/** The ways in which a value can be taken by another type. */
function readings(value: PlainValue): PlainValue[] {
  if (typeof value === 'string') {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    return Number.isNaN(number) ? [value, [value]] : [number, value, [value]];
  }
  if (typeof value === 'number' || typeof value === 'boolean') return [value, String(value)];
  return Array.isArray(value) ? [value, value.join(', ')] : [value];
}
