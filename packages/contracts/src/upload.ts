import * as z from 'zod';
import type { Call } from './call.ts';
import { crmAnswer, crmExample } from './crm-answer.ts';

/** Largest file taken. */
export const MAX_UPLOAD_MEGABYTES = 200;

/** Problems that an answer lists at most. */
export const MAX_UPLOAD_ERRORS = 10;

export const UploadCsvOutput = crmAnswer(
  z.strictObject({
    nb_imported: z.int().meta({ description: 'Deals ajoutés.' }),
    nb_errors: z.int().meta({ description: 'Lignes refusées.' }),
    errors: z
      .array(z.string())
      .max(MAX_UPLOAD_ERRORS)
      .meta({ description: `Les ${MAX_UPLOAD_ERRORS} premiers problèmes : « Ligne N - champ: … ».` }),
  }),
).meta({
  id: 'CsvUploaded',
  examples: [
    crmExample({
      nb_imported: 1,
      nb_errors: 1,
      errors: [
        "Ligne 3 - montant_brut: « 0 » n'est pas supérieur à 0. Écrivez un nombre supérieur à 0, par exemple 8500,50.",
      ],
    }),
  ],
});
export type UploadCsvOutput = z.infer<typeof UploadCsvOutput>;

/** What the API must do for `/upload`, which REST alone has: a file is no JSON. May throw a `ContractError`. */
export interface UploadService {
  /** Adds the deals of a file. */
  csv(file: AsyncIterable<Uint8Array>, call: Pick<Call, 'requestId'>): Promise<UploadCsvOutput>;
}
