import type { Run } from '@passerelle/contracts';
import { Link } from '@tanstack/react-router';
import { providerTitle } from '../connectors/provider-title.ts';
import records from '../display/record.module.css';
import { StateBadge } from '../display/state-badge.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslate } from '../language/use-translate.ts';
import { durationOf } from './duration.ts';
import classes from './history.module.css';
import { stateOfRun } from './run-words.ts';

/** Runs, one a line: state in icon and word, when, how long, and what changed. */
export function RunList({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslate();
  const format = useFormat();
  return (
    <table className={classes.runs}>
      <caption className="visually-hidden">{t('history.runs')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.run')}</th>
          <th scope="col">{t('history.state')}</th>
          <th scope="col" data-secondary>
            {t('history.started')}
          </th>
          <th scope="col" data-secondary data-numeric>
            {t('history.duration')}
          </th>
          <th scope="col" data-numeric>
            {t('history.changed')}
          </th>
          <th scope="col" data-secondary data-numeric>
            {t('history.refused')}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => {
          const { badge, word } = stateOfRun(run);
          return (
            <tr key={run.id}>
              <td>
                <Link to="/historique/$runId" params={{ runId: String(run.id) }} className={records.link}>
                  {t(`history.direction.${run.direction}`, { provider: providerTitle(run.provider) })}
                </Link>
                {run.message && <p className={classes.message}>{run.message}</p>}
              </td>
              <td>
                <StateBadge state={badge}>{t(`history.state.${word}`)}</StateBadge>
              </td>
              <td data-secondary title={format.exactTime(run.started_at)}>
                <time dateTime={run.started_at}>{format.time(run.started_at)}</time>
              </td>
              <td data-secondary data-numeric>
                {durationOf(run, format)}
              </td>
              <td data-numeric>{format.number(run.records_created + run.records_updated)}</td>
              <td data-secondary data-numeric>
                {format.number(run.records_failed)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
