import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.ts';
import { Failure } from '../../display/failure.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import classes from './refused.module.css';
import { useRetry } from './use-retry.ts';

/** Why records were refused, one line a cause with its count, and how to try them again: those of one cause, or all. */
export function RefusedCauses({ runId }: { runId: number }) {
  const { t } = useTranslate();
  const query = useQuery(trpc.runs.causes.queryOptions({ id: runId }));
  const retry = useRetry();
  const causes = query.data?.data.filter(({ open }) => open > 0) ?? [];
  if (causes.length === 0) return null;
  const total = causes.reduce((sum, { open }) => sum + open, 0);
  return (
    <div className={classes.causes}>
      <ul className={classes.list} aria-label={t('history.causes')}>
        {causes.map(({ cause, open }) => (
          <li key={cause} className={classes.cause}>
            <span>{cause}</span>
            <Button
              size="compact-sm"
              variant="default"
              disabled={retry.isPending}
              aria-label={t('history.retryOf', { count: open, cause })}
              onClick={() => retry.mutate({ id: runId, cause })}
            >
              {t('history.retry', { count: open })}
            </Button>
          </li>
        ))}
      </ul>
      {causes.length > 1 && (
        <Group>
          <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate({ id: runId })}>
            {t('history.retryAll', { count: total })}
          </Button>
        </Group>
      )}
      {retry.isError && <Failure error={retry.error} />}
    </div>
  );
}
