/** Bytes as one chunk, or in chunks of a given size, as a network would bring them. */
export async function* chunksOf(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Rows as a spreadsheet writes them, every cell quoted. */
export function writeCsv(
  rows: readonly (readonly string[])[],
  { separator = ',', lineBreak = '\r\n' }: { separator?: string; lineBreak?: string } = {},
): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(quoted).join(separator) + lineBreak).join('');
}
