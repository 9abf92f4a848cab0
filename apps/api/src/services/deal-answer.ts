import type { Deal } from '@passerelle/contracts';
import { type DealRow, isoUtc } from '@passerelle/database';

/** A stored deal as it is answered: an adopted timestamp without zone becomes the UTC one it stands for. */
export function answerDeal(row: DealRow): Deal {
  const { secteur = null, date_echeance = null, assignee = null, notes = null } = row;
  return {
    ...row,
    secteur,
    date_echeance,
    assignee,
    notes,
    created_at: isoUtc(row.created_at),
    updated_at: isoUtc(row.updated_at),
  };
}
