import { type Database, insertDeals, type NewDeal } from '@passerelle/database';

/** The instant that the figures below are worked out for. */
export const NOON = new Date('2026-06-15T12:00:00.000Z');

type Shown = [client: string, statut: string, montant: number, probabilite: number, pondere: number];
type Other = [secteur: string | null, assignee: string | null, echeance: string | null];

function deal(
  [client, statut, montant_brut, probabilite, valeur_ponderee]: Shown,
  [secteur, assignee, date_echeance]: Other,
  [created_at, updated_at]: [string, string],
): NewDeal {
  const notes = client === 'Écluse' ? 'À rappeler à l’été' : null;
  const texts = { client, statut, secteur, assignee, date_echeance, notes, created_at, updated_at };
  return { ...texts, montant_brut, probabilite, valeur_ponderee };
}

/** Deals at every edge that a figure has: 10 days untouched to the minute, due today, in 30 and in 31 days. */
const SIX_DEALS: readonly NewDeal[] = [
  deal(
    ['Atelier', 'gagné', 1000.1, 1, 1000.1],
    ['Industrie', 'Claire', '2026-06-01'],
    ['2026-05-01T00:00:00.000Z', '2026-05-11T12:00:00.000Z'],
  ),
  deal(
    ['Bois', 'gagné - en cours', 2000.2, 1, 2000.2],
    ['BTP', null, null],
    ['2026-06-01T00:00:00.000Z', '2026-06-03T00:00:00.000Z'],
  ),
  deal(
    ['Cave', 'prospect', 300.3, 0.1, 30.03],
    ['Industrie', 'Claire', '2026-06-14'],
    ['2026-05-01T00:00:00.000Z', '2026-06-05T11:59:00.000Z'],
  ),
  deal(
    ['Dune', 'négociation', 500.05, 0.7, 350.04],
    [null, 'Marc', '2026-06-15'],
    ['2026-05-01T00:00:00.000Z', '2026-06-05T12:00:00.000Z'],
  ),
  deal(
    ['Écluse', 'qualifié', 100, 0.3, 30],
    ['BTP', 'Marc', '2026-07-15'],
    // As an older application wrote it.
    ['2026-05-01 00:00:00', '2026-05-01 00:00:00'],
  ),
  deal(
    ['Forge', 'qualifié', 50, 0.3, 15],
    ['Santé', null, '2026-07-16'],
    ['2026-06-14T00:00:00.000Z', '2026-06-14T00:00:00.000Z'],
  ),
];

/** Stores them. */
export async function addSixDeals({ em, sql }: Database): Promise<void> {
  await em().transactional((one) => insertDeals({ em: one, sql }, SIX_DEALS));
}
