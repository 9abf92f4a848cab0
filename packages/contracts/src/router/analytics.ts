import {
  AnalyticsInput,
  ColdDealsOutput,
  DeadlinesOutput,
  FilterOptionsInput,
  FilterOptionsOutput,
  KpisOutput,
  PerformanceOutput,
  SectorsOutput,
  VelocityOutput,
} from '../analytics.ts';
import { promises } from './meta.ts';
import { procedure, router } from './procedure.ts';

const figures = { tag: 'Analyses', envelope: 'crm', method: 'GET' } as const;

/** Procedures of `/kpis`, `/analytics` and `/filters`. */
export const analyticsRouter = router({
  kpis: procedure
    .meta(
      promises({
        ...figures,
        path: '/kpis',
        summary: 'Lire les indicateurs',
        description:
          'Pipeline pondéré, panier moyen, conversion, vitesse et deals froids des deals que les filtres retiennent.',
        successDescription: 'Les indicateurs.',
      }),
    )
    .input(AnalyticsInput)
    .output(KpisOutput)
    .query(({ ctx, input }) => ctx.services.analytics.kpis(input, ctx)),
  sectors: procedure
    .meta(
      promises({
        ...figures,
        path: '/analytics/sectors',
        summary: 'Analyser par secteur',
        description:
          'Montants par secteur, du plus grand au plus petit ; les deals sans secteur sont laissés de côté.',
        successDescription: 'Les secteurs.',
      }),
    )
    .input(AnalyticsInput)
    .output(SectorsOutput)
    .query(({ ctx, input }) => ctx.services.analytics.sectors(input, ctx)),
  deadlines: procedure
    .meta(
      promises({
        ...figures,
        path: '/analytics/deadlines',
        summary: 'Analyser les échéances',
        description: 'Échéances passées, et celles des 30 prochains jours.',
        successDescription: 'Les échéances.',
      }),
    )
    .input(AnalyticsInput)
    .output(DeadlinesOutput)
    .query(({ ctx, input }) => ctx.services.analytics.deadlines(input, ctx)),
  performance: procedure
    .meta(
      promises({
        ...figures,
        path: '/analytics/performance',
        summary: 'Analyser par responsable',
        description: 'Chiffres de chaque responsable, par pipeline décroissant.',
        successDescription: 'Les responsables.',
      }),
    )
    .input(AnalyticsInput)
    .output(PerformanceOutput)
    .query(({ ctx, input }) => ctx.services.analytics.performance(input, ctx)),
  velocity: procedure
    .meta(
      promises({
        ...figures,
        path: '/analytics/velocity',
        summary: 'Analyser la vitesse de vente',
        description: 'Jours de la création au dernier changement des deals gagnés.',
        successDescription: 'Les vitesses.',
      }),
    )
    .input(AnalyticsInput)
    .output(VelocityOutput)
    .query(({ ctx, input }) => ctx.services.analytics.velocity(input, ctx)),
  coldDeals: procedure
    .meta(
      promises({
        ...figures,
        path: '/analytics/cold-deals',
        summary: 'Lister les deals froids',
        description: 'Deals non gagnés et sans changement depuis plus de 10 jours, les plus anciens d’abord.',
        successDescription: 'Les deals froids.',
      }),
    )
    .input(AnalyticsInput)
    .output(ColdDealsOutput)
    .query(({ ctx, input }) => ctx.services.analytics.coldDeals(input, ctx)),
  filterOptions: procedure
    .meta(
      promises({
        ...figures,
        path: '/filters/options',
        summary: 'Lire les choix des filtres',
        description: 'Les valeurs présentes dans les deals, triées.',
        successDescription: 'Les choix.',
      }),
    )
    .input(FilterOptionsInput)
    .output(FilterOptionsOutput)
    .query(({ ctx, input }) => ctx.services.analytics.filterOptions(input, ctx)),
});
