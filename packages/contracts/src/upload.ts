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

/** What a client names its upload by, in the header `Upload-Id`, so that it can follow it: a UUID of its own choice. */
export const UploadId = z.uuid();

export const UploadEventsInput = z.strictObject({ id: UploadId });
export type UploadEventsInput = z.infer<typeof UploadEventsInput>;

/** How far an upload is. */
export interface UploadProgress {
  readonly id: string;
  /** Its bytes come in, its rows are read and written, it is over. */
  readonly phase: 'receiving' | 'reading' | 'finished' | 'failed';
  /** Rows below the header that were read, refused ones among them. */
  readonly rows_read: number;
  readonly rows_refused: number;
  readonly bytes_read: number;
  /** Size of the file; unknown while it comes in. */
  readonly bytes_total: number | null;
  /** Why it failed, as the upload itself is answered. */
  readonly message: string | null;
}

/** An upload as it comes in. */
export interface Upload {
  /** What its client named it; `null` where nobody follows it. */
  readonly id: string | null;
  /** The whole file, once it is there. */
  receive(): Promise<{ readonly content: AsyncIterable<Uint8Array>; readonly bytes: number }>;
}

/** What the API must do for `/upload`, which REST alone has: a file is no JSON. May throw a `ContractError`. */
export interface UploadService {
  /** Adds the deals of a file. */
  csv(upload: Upload, call: Pick<Call, 'requestId'>): Promise<UploadCsvOutput>;
  /** How far an upload is, each time it has moved, until it is over or the call's signal is aborted. */
  events(input: UploadEventsInput, call: Pick<Call, 'signal'>): AsyncIterable<UploadProgress>;
}
