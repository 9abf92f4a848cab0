import { matchOption } from './match-option.ts';

/**
 * The choices in a text such as « BTP, Luxe »: what a cell of several choices becomes where only text is kept. An
 * option that holds a comma itself is found whole; the longest that fits wins.
 */
export function splitChoices(text: string, options: readonly string[]): string[] {
  const parts = text.split(',');
  const names: string[] = [];
  for (let start = 0; start < parts.length; ) {
    let end = parts.length;
    while (end > start + 1 && matchOption(parts.slice(start, end).join(','), options) === undefined) end -= 1;
    names.push(parts.slice(start, end).join(',').trim());
    start = end;
  }
  return names.filter((name) => name !== '');
}
