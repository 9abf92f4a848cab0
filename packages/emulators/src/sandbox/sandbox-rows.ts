import type { SandboxDeal } from './sandbox-deals.ts';

/** Names of the columns both sandbox tables have. */
export const SANDBOX_COLUMNS = {
  client: 'Name',
  status: 'Status',
  amount: 'Amount',
  sector: 'Sector',
  dueDate: 'Due Date',
  assignee: 'Assignee',
  notes: 'Notes',
} as const;

type SandboxRow = Record<(typeof SANDBOX_COLUMNS)[keyof typeof SANDBOX_COLUMNS], string | number | null>;

/** A deal as cells by column name. A number column cannot hold words: they move to the notes and the amount is empty. */
export function sandboxRow(deal: SandboxDeal): SandboxRow {
  const words = typeof deal.amount === 'string' ? `Montant annoncé : ${deal.amount}.` : null;
  const notes = [words, deal.notes].filter((part) => part !== null);
  return {
    Name: deal.client,
    Status: deal.status,
    Amount: typeof deal.amount === 'string' ? null : deal.amount,
    Sector: deal.sector,
    'Due Date': deal.dueDate,
    Assignee: deal.assignee,
    Notes: notes.length === 0 ? null : notes.join('\n'),
  };
}
