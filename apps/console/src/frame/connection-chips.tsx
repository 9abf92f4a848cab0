import type { Run } from '@passerelle/contracts';
import { PROVIDERS } from '@passerelle/contracts/provider-names';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { trpc } from '../api/trpc.ts';
import { Icon, type IconName } from '../display/icon.tsx';
import { useRun } from '../history/use-run.ts';
import { useRunningRuns } from '../history/use-running-runs.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import classes from './connection-chips.module.css';

const ICONS = { none: 'plus', off: 'off', ready: 'check' } as const;

/** How each connection stands, on every page: a run that goes on takes its connection's chip. */
export function ConnectionChips() {
  const { t } = useTranslate();
  const { data } = useQuery(trpc.connectors.list.queryOptions());
  const running = useRunningRuns();
  return (
    <ul className={classes.chips} aria-label={t('frame.connections')}>
      {PROVIDERS.map((provider) => {
        const run = running.find((one) => one.provider === provider);
        const config = data?.data.find((one) => one.provider === provider);
        const state = config === undefined ? 'none' : config.is_active ? 'ready' : 'off';
        return (
          <li key={provider} className={classes.chip} data-state={run ? 'running' : state}>
            {run ? (
              <Link to="/historique/$runId" params={{ runId: String(run.id) }} className={classes.link}>
                <span className={classes.name}>{provider}</span>
                <RunningState run={run} />
              </Link>
            ) : (
              <Link to="/connecteurs/$provider" params={{ provider }} className={classes.link}>
                <span className={classes.name}>{provider}</span>
                {data && <ChipState icon={ICONS[state]}>{t(`frame.connection.${state}`)}</ChipState>}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** How far a run is, as its stream tells. */
function RunningState({ run }: { run: Run }) {
  const { t } = useTranslate();
  const format = useFormat();
  const { done, total } = useRun(run.id).data?.data ?? run;
  return (
    <ChipState icon="running">
      {total
        ? t('frame.connection.done', { percent: format.percent(Math.floor(Math.min(1, done / total) * 100)) })
        : t('frame.connection.running')}
    </ChipState>
  );
}

function ChipState({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <span className={classes.state}>
      <Icon name={icon} size={14} />
      <span className={classes.word}>{children}</span>
    </span>
  );
}
