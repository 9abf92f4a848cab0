import { ContractError, type ListDealsInput, quote, STATUTS, type Statut } from '@passerelle/contracts';
import type { DealFilter } from '@passerelle/database';
import { recogniseStatut } from '@passerelle/deals';

/** The filters of a call as the database takes them. */
export function dealFilter(input: Omit<ListDealsInput, 'limit' | 'cursor'>): DealFilter {
  return {
    statuts: input.statut?.map(readStatut),
    secteurs: input.secteur,
    assignees: input.assignee,
    dateFrom: input.date_from,
    dateTo: input.date_to,
    search: input.search,
  };
}

function readStatut(text: string, index: number): Statut {
  const statut = recogniseStatut(text);
  if (statut !== null) return statut;
  const detail = `Champ statut : ${quote(text)} n'est pas un statut connu. Choisissez parmi : ${STATUTS.join(', ')}.`;
  throw new ContractError('bad_input', detail, { faults: [{ pointer: `/statut/${index}`, detail }] });
}
