import type { CellValue } from '../connector.ts';
import { isUnreadable } from '../is-unreadable.ts';

const LONGEST = 60;

/** A cell as a French reader is shown it. */
export function showCell(cell: CellValue): string {
  if (cell === null) return 'vide';
  if (isUnreadable(cell)) return `illisible (${cell.unreadable})`;
  if (typeof cell === 'boolean') return cell ? 'coché' : 'décoché';
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? cell.toLocaleString('fr', NUMBER) : 'pas un nombre';
  if (typeof cell === 'string') return showText(cell);
  return cell.map(showText).join(' + ');
}

const NUMBER = { maximumFractionDigits: 20, useGrouping: false } as const;

function showText(text: string): string {
  if (text.length > LONGEST) return `un texte de ${text.length.toLocaleString('fr')} caractères`;
  return `« ${text.replaceAll('\n', '⏎').replaceAll('|', '\\|')} »`;
}
