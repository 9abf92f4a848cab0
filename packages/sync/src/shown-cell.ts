/** A cell as a person reads it, for what is told and not stored as a value; `null` when nothing can be shown of it. */
export function shownCell(cell: unknown): string | number | null {
  if (typeof cell === 'string' || typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return Array.isArray(cell) ? cell.join(', ') : null;
}
