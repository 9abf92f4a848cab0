import { type DealCsvOptions, type DealCsvRow, readDealCsv } from '../src/index.ts';
import { chunksOf } from './write-csv.ts';

/** Every row of a file, given as text or bytes. */
export async function readAll(
  file: string | Uint8Array,
  options: DealCsvOptions & { chunkSize?: number } = {},
): Promise<DealCsvRow[]> {
  const { chunkSize, ...bounds } = options;
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const rows: DealCsvRow[] = [];
  for await (const row of readDealCsv(chunksOf(bytes, chunkSize), bounds)) rows.push(row);
  return rows;
}
