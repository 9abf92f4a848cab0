import { type CellValue, isUnreadable } from '@passerelle/connector';

/**
 * The entries of a list as names. One that cannot be read spoils the cell: a shorter list would read as if
 * somebody had removed it.
 */
export function gather(cells: readonly CellValue[]): CellValue {
  const names = cells.flatMap(toNames);
  return cells.find(isUnreadable) ?? (names.length === 0 ? null : names);
}

/** The results of a lookup, rollup or formula: the only one keeps its type, such as an amount looked up through one link. */
export function gatherResults(cells: readonly CellValue[]): CellValue {
  const [only = null, ...others] = cells.filter((cell) => cell !== null);
  return others.length === 0 ? only : gather(cells);
}

function toNames(cell: CellValue): readonly string[] {
  if (cell === null || isUnreadable(cell)) return [];
  if (typeof cell === 'boolean') return [cell ? 'oui' : 'non'];
  return typeof cell === 'object' ? cell : [String(cell)];
}
