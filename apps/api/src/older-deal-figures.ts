import { probabiliteOf, recogniseStatut, valeurPonderee } from '@passerelle/deals';

/** What a deal of an older database is worth where it says nothing itself. */
export function olderDealFigures(text: string, montantBrut: number) {
  const statut = recogniseStatut(text);
  if (statut === null) return null;
  return { probabilite: probabiliteOf(statut), valeur_ponderee: valeurPonderee(montantBrut, statut) };
}
