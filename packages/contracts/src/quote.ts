const LONGEST_QUOTE = 60;

/** A refused value as a French sentence quotes it: on one line, shortened, never the whole of a long text. */
export function quote(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'object') return Array.isArray(value) ? 'une liste' : 'un objet';
  const text = String(value);
  if (text.trim() === '') return 'un texte vide';
  const start = text
    .slice(0, LONGEST_QUOTE)
    .toWellFormed()
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return text.length > LONGEST_QUOTE ? `« ${start}… »` : `« ${start} »`;
}
