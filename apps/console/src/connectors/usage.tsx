import type { Provider } from '@passerelle/contracts';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { Answer } from '../display/answer.tsx';
import { Facts } from '../display/facts.tsx';
import { Panel } from '../display/panel.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { providerTitle } from './provider-title.ts';
import classes from './usage.module.css';

/** Calls sent this month and those to come, against what the vendor's plans allow. */
export function Usage({ provider }: { provider: Provider }) {
  const { t } = useTranslate();
  const format = useFormat();
  const query = useQuery(trpc.connectors.usage.queryOptions({ provider }));
  return (
    <Panel title={t('connectors.usage')}>
      <Answer query={query} height={120}>
        {({ data: { calls, forecast, plans, message } }) => (
          <>
            <Facts
              facts={[
                {
                  name: t('connectors.usage.calls', { vendor: providerTitle(provider) }),
                  value: format.number(calls),
                },
                { name: t('connectors.usage.forecast'), value: format.number(forecast) },
              ]}
            />
            <p className={classes.message}>{message}</p>
            <ul className={classes.plans}>
              {plans.map(({ name, monthly_calls, forecast_share }) => (
                <li key={name} className={classes.plan}>
                  <span>{name}</span>
                  <span className={classes.track} aria-hidden="true">
                    <span
                      className={classes.bar}
                      data-over={(forecast_share ?? 0) > 100}
                      style={{ width: `${Math.min(100, forecast_share ?? 0)}%` }}
                    />
                  </span>
                  <span className={classes.limit}>
                    {monthly_calls === null
                      ? t('connectors.usage.unlimited')
                      : t('connectors.usage.share', {
                          share: format.percent(forecast_share ?? 0),
                          limit: format.number(monthly_calls),
                        })}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </Panel>
  );
}
