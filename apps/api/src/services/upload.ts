import { ContractError, internalMessage, MAX_UPLOAD_ERRORS, type UploadService } from '@passerelle/contracts';
import { type Database, insertDeals, lastDealId, type NewDeal, saveOriginsAfter } from '@passerelle/database';
import { DealCsvError, readDealCsv } from '@passerelle/deals';
import { newDeal } from './deal-columns.ts';
import { UploadProgressBook } from './upload-progress.ts';

/** Deals written at a time. */
const BATCH = 1000;

interface UploadParts {
  readonly database: Database;
  readonly now: () => Date;
}

/** Told as a file is read. */
type Tell = ReturnType<UploadProgressBook['begin']>;

/** Adds the deals of files: all good rows of one, or none of them. */
export function uploadService(parts: UploadParts): UploadService {
  const book = new UploadProgressBook();
  return {
    csv: async ({ id, receive }, { requestId }) => {
      const tell = book.begin(id);
      try {
        const { content, bytes } = await receive();
        tell({ phase: 'reading', bytes_total: bytes });
        const { imported, refused, errors } = await addDeals(parts, counted(content, tell), tell);
        if (imported === 0) throw badFile(`Aucune ligne valide dans le fichier. ${errors.join(' ')}`);
        tell({ phase: 'finished' });
        return { success: true, data: { nb_imported: imported, nb_errors: refused, errors }, error: null };
      } catch (error) {
        const message = error instanceof ContractError ? error.message : internalMessage(requestId);
        tell({ phase: 'failed', message });
        throw error;
      }
    },
    events: ({ id }, { signal }) => book.follow(id, signal),
  };
}

async function* counted(content: AsyncIterable<Uint8Array>, tell: Tell): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    tell({ bytes_read: bytes });
    yield chunk;
  }
}

async function addDeals({ database, now }: UploadParts, file: AsyncIterable<Uint8Array>, tell: Tell) {
  const [at, errors] = [now(), [] as string[]];
  let [imported, refused, batch] = [0, 0, [] as NewDeal[]];
  await database.em().transactional(async (em) => {
    const work = { em, sql: database.sql };
    const lastBefore = await lastDealId(work);
    for await (const row of rowsOf(file)) {
      if (row.ok) batch.push(newDeal(row.values, at));
      else {
        refused += 1;
        errors.push(...row.messages.slice(0, MAX_UPLOAD_ERRORS - errors.length));
      }
      if ((refused + batch.length) % BATCH === 0) {
        tell({ rows_read: imported + batch.length + refused, rows_refused: refused });
      }
      if (batch.length < BATCH) continue;
      await insertDeals(work, batch);
      imported += batch.length;
      batch = [];
    }
    await insertDeals(work, batch);
    imported += batch.length;
    tell({ rows_read: imported + refused, rows_refused: refused });
    await saveOriginsAfter(work, 'csv', { after: lastBefore, at: at.toISOString() });
  });
  return { imported, refused, errors };
}

async function* rowsOf(file: AsyncIterable<Uint8Array>) {
  try {
    yield* readDealCsv(file);
  } catch (error) {
    throw error instanceof DealCsvError ? badFile(error.message, error) : error;
  }
}

function badFile(message: string, cause?: unknown): ContractError {
  return new ContractError('bad_input', message, { faults: [{ pointer: '/file', detail: message }], cause });
}
