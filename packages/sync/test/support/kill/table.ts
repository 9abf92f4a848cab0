import { type AirtableEmulator, type Fault, startAirtableEmulator } from '@passerelle/emulators';
import { TABLE } from './address.ts';

/** Rows of a page in these tests: several pages of few rows. */
const PAGE_ROWS = 8;

/** A row by column names. */
export type Row = Readonly<Record<string, string | number>>;

/** A table of these rows, served over HTTP, without speed limits. */
export function serveTable(rows: readonly Row[], faults: readonly Fault[] = []): Promise<AirtableEmulator> {
  return startAirtableEmulator({
    limits: 'off',
    pageCap: PAGE_ROWS,
    faults,
    tokens: { [TABLE.token]: { bases: 'all' } },
    bases: [
      {
        id: TABLE.baseId,
        tables: [
          {
            name: TABLE.tableName,
            fields: [
              { name: 'Name', type: 'singleLineText' },
              { name: 'Status', type: 'singleSelect', choices: ['prospect', 'Won', 'À rappeler'] },
              { name: 'Amount', type: 'number', options: { precision: 2 } },
              { name: 'Notes', type: 'multilineText' },
            ],
            records: rows,
          },
        ],
      },
    ],
  });
}

/** The vendor's refusal of one call too many. */
export const TOO_MANY: Fault = {
  kind: 'answer',
  status: 429,
  body: { errors: [{ error: 'RATE_LIMIT_REACHED', message: 'Rate limit exceeded. Please try again later' }] },
};
