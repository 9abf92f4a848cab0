import type { SandboxDeal } from './sandbox-deals.ts';

/** Cells by the names of the columns that both sandbox tables have. */
export type SandboxRow = Record<
  'Name' | 'Status' | 'Amount' | 'Sector' | 'Due Date' | 'Assignee' | 'Notes',
  string | number | null
>;

/** A deal as cells by column name. A number column cannot hold words: they move to the notes and the amount is empty. */
function sandboxRow(deal: SandboxDeal): SandboxRow {
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

/** One row per deal, made as they are asked for. */
export function* sandboxRows(deals: Iterable<SandboxDeal>): Generator<SandboxRow> {
  for (const deal of deals) yield sandboxRow(deal);
}
