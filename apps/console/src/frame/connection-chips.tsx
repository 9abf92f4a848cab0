import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './connection-chips.module.css';

const ICONS = { none: 'plus', off: 'off', ready: 'check', running: 'running' } as const;

/** Often enough to see a run begin elsewhere, rarely enough to cost nothing. */
const POLL_MS = 5000;

/** How each connection stands, on every page. */
export function ConnectionChips() {
  const { t } = useTranslate();
  const { data } = useQuery(trpc.connectors.list.queryOptions());
  const running = useQuery(
    trpc.runs.list.queryOptions({ limit: 5 }, { refetchInterval: POLL_MS }),
  ).data?.data.filter((run) => run.state === 'running');
  return (
    <ul className={classes.chips} aria-label={t('frame.connections')}>
      {PROVIDERS.map((provider) => {
        const config = data?.data.find((one) => one.provider === provider);
        const isRunning = running?.some((run) => run.provider === provider);
        const state = isRunning
          ? 'running'
          : config === undefined
            ? 'none'
            : config.is_active
              ? 'ready'
              : 'off';
        return (
          <li key={provider} className={classes.chip} data-state={state}>
            <Link to="/connecteurs/$provider" params={{ provider }} className={classes.link}>
              <span className={classes.name}>{provider}</span>
              {data && (
                <span className={classes.state}>
                  <Icon name={ICONS[state]} size={14} />
                  <span className={classes.word}>{t(`frame.connection.${state}`)}</span>
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
