import { ContractError, type ListDealsInput, quote, STATUTS, type Statut } from '@passerelle/contracts';
import { normaliseForSearch, recogniseStatut } from '@passerelle/deals';

/** The filters that the database decides, as its entity manager takes them. */
export function dealConditions(input: ListDealsInput) {
  const { statut, secteur, assignee, date_from, date_to } = input;
  return {
    ...(statut === undefined ? {} : { statut: { $in: statut.map(readStatut) } }),
    ...(secteur === undefined ? {} : { secteur: { $in: secteur } }),
    ...(assignee === undefined ? {} : { assignee: { $in: assignee } }),
    $and: [
      date_from === undefined ? {} : { date_echeance: { $gte: date_from } },
      date_to === undefined ? {} : { date_echeance: { $lte: date_to } },
    ],
  };
}

/** Whether client or notes hold the searched text, case and accents ignored. */
export function matchesSearch(
  deal: { readonly client: string; readonly notes: string | null },
  search: string | undefined,
): boolean {
  if (search === undefined) return true;
  const wanted = normaliseForSearch(search);
  return [deal.client, deal.notes ?? ''].some((text) => normaliseForSearch(text).includes(wanted));
}

function readStatut(text: string, index: number): Statut {
  const statut = recogniseStatut(text);
  if (statut !== null) return statut;
  const detail = `Champ statut : ${quote(text)} n'est pas un statut connu. Choisissez parmi : ${STATUTS.join(', ')}.`;
  throw new ContractError('bad_input', detail, { faults: [{ pointer: `/statut/${index}`, detail }] });
}
