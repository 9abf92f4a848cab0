import type { BaseSeed, FieldSeed } from '../airtable/index.ts';
import { SANDBOX_SECTORS } from './company-names.ts';
import { SANDBOX_STATUS_OPTIONS } from './imperfections.ts';
import type { SandboxDeal } from './sandbox-deals.ts';
import { sandboxRows } from './sandbox-rows.ts';

/** The sandbox's Airtable base and its one table. */
export const SANDBOX_AIRTABLE_BASE_ID = 'appPasserelle0001';
export const SANDBOX_AIRTABLE_TABLE_ID = 'tblDealsSandbox01';
export const SANDBOX_AIRTABLE_TABLE_NAME = 'Deals';

const FIELDS: readonly FieldSeed[] = [
  { name: 'Name', type: 'singleLineText' },
  { name: 'Status', type: 'singleSelect', choices: SANDBOX_STATUS_OPTIONS },
  { name: 'Amount', type: 'currency', options: { precision: 2, symbol: '€' } },
  { name: 'Sector', type: 'singleSelect', choices: SANDBOX_SECTORS },
  { name: 'Due Date', type: 'date', options: { dateFormat: { name: 'european', format: 'D/M/YYYY' } } },
  { name: 'Assignee', type: 'singleLineText' },
  { name: 'Notes', type: 'multilineText' },
];

/** The base of the sandbox, filled with these deals. */
export function sandboxAirtableBase(deals: Iterable<SandboxDeal>): BaseSeed {
  return {
    id: SANDBOX_AIRTABLE_BASE_ID,
    name: 'Bac à sable',
    tables: [
      {
        id: SANDBOX_AIRTABLE_TABLE_ID,
        name: SANDBOX_AIRTABLE_TABLE_NAME,
        fields: FIELDS,
        records: sandboxRows(deals),
      },
    ],
  };
}
