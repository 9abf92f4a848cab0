import type { Database } from '../open-database.ts';

/** What follows from a deal's statut and amount; `null` when the statut says nothing. */
export type FiguresOf = (
  statut: string,
  montantBrut: number,
) => { readonly probabilite: number; readonly valeur_ponderee: number } | null;

const SELECT_INCOMPLETE =
  'select id, statut, montant_brut from deals where probabilite is null or valeur_ponderee is null';
const COMPLETE =
  'update deals set probabilite = coalesce(probabilite, ?), valeur_ponderee = coalesce(valeur_ponderee, ?) where id = ?';

/** Gives the deals of an older table the figures they lack; answers how many got some. */
export async function completeFigures(database: Database, figuresOf: FiguresOf): Promise<number> {
  return database.em().transactional(async (em) => {
    const deals =
      await em.execute<{ id: number; statut: string | null; montant_brut: unknown }[]>(SELECT_INCOMPLETE);
    let completed = 0;
    for (const { id, statut, montant_brut } of deals) {
      const figures = figuresOf(statut ?? '', Number(montant_brut ?? 0));
      if (figures === null) continue;
      await em.execute(COMPLETE, [figures.probabilite, figures.valeur_ponderee, id]);
      completed += 1;
    }
    return completed;
  });
}
