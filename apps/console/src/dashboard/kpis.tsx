import type { KpisOutput } from '@passerelle/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Amount } from '../display/amount.tsx';
import { Answer } from '../display/answer.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './kpis.module.css';
import { WhatIf } from './what-if.tsx';

const HEIGHT = 208;

/** The figures that say most, and what they would be if deals were larger. */
export function Kpis({ query }: { query: UseQueryResult<KpisOutput, unknown> }) {
  const { t } = useTranslate();
  const format = useFormat();
  return (
    <section aria-label={t('dashboard.kpis')}>
      <Answer query={query} height={HEIGHT}>
        {({ data }) => (
          <div className={classes.row}>
            <dl className={classes.figures}>
              <Figure name={t('dashboard.kpi.pipeline')}>
                <Amount value={data.pipeline_pondere} />
              </Figure>
              <Figure name={t('dashboard.kpi.average')}>
                <Amount value={data.panier_moyen} />
              </Figure>
              <Figure
                name={t('dashboard.kpi.deals')}
                note={t('dashboard.kpi.won', { count: data.deals_gagnes })}
              >
                {format.number(data.nombre_deals)}
              </Figure>
              <Figure name={t('dashboard.kpi.conversion')}>{format.percent(data.taux_conversion)}</Figure>
              <Figure name={t('dashboard.kpi.velocity')}>
                {data.deals_gagnes === 0
                  ? t('dashboard.noWonDeal')
                  : t('dashboard.days', { days: format.decimal(data.vitesse_vente_moyenne) })}
              </Figure>
              <Figure name={t('dashboard.kpi.cold')}>{format.number(data.nb_cold_deals)}</Figure>
            </dl>
            <WhatIf averageDeal={data.panier_moyen} pipeline={data.pipeline_pondere} />
          </div>
        )}
      </Answer>
    </section>
  );
}

function Figure({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.value}>{children}</span>
        {note && <span className={classes.note}>{note}</span>}
      </dd>
    </div>
  );
}
