import { type CellValue, isUnreadable, type UnreadableCell } from '@passerelle/connector';
import * as z from 'zod';
import { type CellReader, cellReader, namesOrNull, textOrNull } from './cell-reader.ts';
import { DateValue, dateText } from './date-value.ts';
import { PropertyValue } from './property-value.ts';
import { FORMULA_FAILED, ROLLUP_FAILED } from './unreadable.ts';

const Entries = z.array(PropertyValue);
const Tagged = z.looseObject({ type: z.string() });

const FORMULA_READERS: Readonly<Record<string, CellReader>> = {
  string: cellReader(z.string().nullable(), textOrNull),
  number: cellReader(z.number().nullable(), (number) => number),
  boolean: cellReader(z.boolean().nullable(), (ticked) => ticked),
  date: cellReader(DateValue, dateText),
};

/** A formula's result; `unsupported` and `error` never pass for an empty cell. */
export const readFormula: CellReader = cellReader(Tagged, (formula, names) => {
  const read = FORMULA_READERS[formula.type];
  return read ? read(formula[formula.type], names) : FORMULA_FAILED;
});

/** A rollup's result: a number, a date, or what it gathers, each entry read by its own type's reader. */
export function rollupReader(readEntry: (entry: PropertyValue) => CellValue): CellReader {
  return cellReader(Tagged, (rollup, names) => {
    if (rollup.type === 'number' || rollup.type === 'date') return readFormula(rollup, names);
    if (rollup.type !== 'array') return ROLLUP_FAILED;
    const entries = Entries.safeParse(rollup.array);
    return entries.success ? gather(entries.data.map(readEntry)) : ROLLUP_FAILED;
  });
}

function gather(cells: readonly CellValue[]): readonly string[] | null | UnreadableCell {
  const bad = cells.find(isUnreadable);
  return bad ?? namesOrNull(cells.flatMap(asNames));
}

function asNames(cell: CellValue): readonly string[] {
  if (cell === null || isUnreadable(cell)) return [];
  if (typeof cell === 'boolean') return [cell ? 'oui' : 'non'];
  return typeof cell === 'object' ? cell : [String(cell)];
}
