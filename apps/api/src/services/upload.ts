import { ContractError, MAX_UPLOAD_ERRORS, type UploadService } from '@passerelle/contracts';
import { type Database, insertDeals, lastDealId, type NewDeal, saveOriginsAfter } from '@passerelle/database';
import { DealCsvError, readDealCsv } from '@passerelle/deals';
import { newDeal } from './deal-columns.ts';

/** Deals written at a time. */
const BATCH = 1000;

/** Adds the deals of files: all good rows of one, or none of them. */
export function uploadService(parts: { database: Database; now: () => Date }): UploadService {
  return {
    csv: async (file) => {
      const { imported, refused, errors } = await addDeals(parts, file);
      if (imported === 0) throw badFile(`Aucune ligne valide dans le fichier. ${errors.join(' ')}`);
      return { success: true, data: { nb_imported: imported, nb_errors: refused, errors }, error: null };
    },
  };
}

async function addDeals(
  { database, now }: { database: Database; now: () => Date },
  file: AsyncIterable<Uint8Array>,
) {
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
      if (batch.length < BATCH) continue;
      await insertDeals(work, batch);
      imported += batch.length;
      batch = [];
    }
    await insertDeals(work, batch);
    imported += batch.length;
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
