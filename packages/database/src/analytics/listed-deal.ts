import type { DealRow } from '../queries/deals.ts';

/** What a list of figures reads of a deal. */
export const LISTED_COLUMNS = [
  'id',
  'client',
  'statut',
  'montant_brut',
  'secteur',
  'date_echeance',
  'assignee',
] as const satisfies (keyof DealRow)[];

/** What a list of figures can show of a deal. */
export interface ShownDeal extends Pick<DealRow, (typeof LISTED_COLUMNS)[number]> {
  /** Whole days that the list is about. */
  readonly days: number;
  /** `date_echeance` in a list of deals that have one. */
  readonly deadline: string;
  /** `montant_brut` as people read it. */
  readonly amount_shown: string;
}

/** Member of an answer → what it shows. The names are ours, never a person's. */
export type ListShape = Readonly<Record<string, keyof ShownDeal>>;

/** How a list shows its deals. */
export interface ListAnswer<Shape extends ListShape = ListShape> {
  readonly shape: Shape;
  readonly showAmount: (amount: number) => string;
}

/** One deal as a list shows it. */
export type ListItem<Shape extends ListShape> = {
  -readonly [Name in keyof Shape]: Exclude<ShownDeal[Shape[Name]], undefined>;
};

/** A batch of a list: its items, or their JSON in UTF-8 with commas between them. */
export type ListBatch<Shape extends ListShape> = readonly ListItem<Shape>[] | Uint8Array;
