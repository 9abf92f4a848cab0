import {
  type KpisOutput,
  type PerformanceOutput,
  PROBABILITES,
  type SectorsOutput,
  STATUTS,
  type VelocityOutput,
} from '@passerelle/contracts';
import type {
  AssigneeFigures,
  Duration,
  KeyFigures,
  ListAnswer,
  SectorFigures,
  VelocityFigures,
} from '@passerelle/database';
import { formatEuros, formatVitesse, percentOf, roundDays } from '@passerelle/deals';
import { bars } from './charts.ts';
import { formatted } from './formatted.ts';

/** The statuts of a deal that is won: those that are certain. */
export const WON_STATUTS = STATUTS.filter((statut) => PROBABILITES[statut] === 1);

/** Sectors that the charts show. */
const TOP = 5;

/** The indicators. */
export function answerKeyFigures(figures: KeyFigures): KpisOutput['data'] {
  const { count, weighted, mean, wonCount, won, coldCount } = figures;
  return {
    ...formatted('pipeline_pondere', weighted),
    ...formatted('panier_moyen', mean),
    nombre_deals: count,
    deals_gagnes: wonCount,
    taux_conversion: percentOf(wonCount, count),
    vitesse_vente_moyenne: roundDays(won.meanDays ?? 0),
    vitesse_vente_formatted: formatVitesse(won.meanDays),
    nb_cold_deals: coldCount,
  };
}

/** The table of sectors, and the charts of the largest by total and by mean. */
export function answerSectors(sectors: readonly SectorFigures[]): SectorsOutput['data'] {
  const byTotal = sectors.slice(0, TOP);
  const byMean = sectors.toSorted((one, other) => other.mean - one.mean).slice(0, TOP);
  const labels = (shown: readonly SectorFigures[]) => shown.map(({ secteur }) => secteur);
  return {
    chart_montants: {
      labels: labels(byTotal),
      datasets: [
        bars(
          'Montant total (€)',
          byTotal.map(({ total }) => total),
        ),
      ],
    },
    chart_panier_moyen: {
      labels: labels(byMean),
      datasets: [
        bars(
          'Panier moyen (€)',
          byMean.map(({ mean }) => mean),
        ),
      ],
    },
    tableau: sectors.map(({ secteur, total, mean, count, weighted }) => ({
      secteur,
      ...formatted('montant_total', total),
      ...formatted('panier_moyen', mean),
      nb_deals: count,
      ...formatted('valeur_ponderee', weighted),
    })),
  };
}

/** The figures of each assignee, with pipeline and number of deals as bars on an axis each. */
export function answerAssignees(assignees: readonly AssigneeFigures[]): PerformanceOutput['data'] {
  const pipelines = assignees.map(({ weighted }) => weighted);
  const counts = assignees.map(({ count }) => count);
  return {
    performance: assignees.map(({ assignee, count, total, weighted, wonCount, mean }) => ({
      assignee,
      nb_deals: count,
      ...formatted('montant_total', total),
      ...formatted('pipeline_pondere', weighted),
      deals_gagnes: wonCount,
      taux_conversion: percentOf(wonCount, count),
      ...formatted('panier_moyen', mean),
    })),
    chart_data: {
      labels: assignees.map(({ assignee }) => assignee),
      datasets: [
        { ...bars('Pipeline pondéré (€)', pipelines, 0), yAxisID: 'y' },
        { ...bars('Nombre de deals', counts, 1), yAxisID: 'y1' },
      ],
    },
    stats: { nb_commerciaux: assignees.length },
  };
}

/** How long won deals took. */
export function answerVelocity({ overall, bySector, byAssignee }: VelocityFigures): VelocityOutput['data'] {
  const { nb_deals, ...mean } = velocity(overall);
  return {
    ...mean,
    has_won_deals: nb_deals > 0,
    velocity_by_sector: bySector.map((group) => ({ secteur: group.secteur, ...velocity(group) })),
    velocity_by_assignee: byAssignee.map((group) => ({ assignee: group.assignee, ...velocity(group) })),
  };
}

function velocity({ count, meanDays }: Duration) {
  return {
    vitesse_moyenne_jours: roundDays(meanDays ?? 0),
    vitesse_moyenne_formatted: formatVitesse(meanDays),
    nb_deals: count,
  };
}

const SHOWN = {
  client: 'client',
  statut: 'statut',
  montant_brut: 'montant_brut',
  montant_formatted: 'amount_shown',
  secteur: 'secteur',
  assignee: 'assignee',
} as const;

/** Lists of deals, member by member. */
export const OVERDUE = listOf({ ...SHOWN, date_echeance: 'deadline', jours_retard: 'days' });
export const UPCOMING = listOf({ ...SHOWN, date_echeance: 'deadline', jours_restants: 'days' });
export const COLD = listOf({ id: 'id', ...SHOWN, date_echeance: 'date_echeance', jours_inactifs: 'days' });

function listOf<const Shape extends ListAnswer['shape']>(shape: Shape): ListAnswer<Shape> {
  return { shape, showAmount: formatEuros };
}
