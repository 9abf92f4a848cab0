import type { CellValue, UnreadableCell } from './connector.ts';

/** Whether a cell is one whose value must not be used. */
export function isUnreadable(cell: CellValue): cell is UnreadableCell {
  return typeof cell === 'object' && cell !== null && 'unreadable' in cell;
}
