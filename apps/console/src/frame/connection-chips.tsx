import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './connection-chips.module.css';

/** How each connection stands, on every page. */
export function ConnectionChips() {
  const { t } = useTranslate();
  const { data } = useQuery(trpc.connectors.list.queryOptions());
  return (
    <ul className={classes.chips} aria-label={t('frame.connections')}>
      {PROVIDERS.map((provider) => {
        const config = data?.data.find((one) => one.provider === provider);
        const state = config === undefined ? 'none' : config.is_active ? 'ready' : 'off';
        return (
          <li key={provider} className={classes.chip} data-state={state}>
            <span className={classes.name}>{provider}</span>
            {data && <span className={classes.state}>{t(`frame.connection.${state}`)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
