import { Button, Group } from '@mantine/core';
import type { Conflict, Provider } from '@passerelle/contracts';
import { DEAL_FIELDS } from '@passerelle/contracts/vocabulary';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { providerTitle } from '../connectors/provider-title.ts';
import { Failure } from '../display/failure.tsx';
import { Panel } from '../display/panel.tsx';
import { useTranslate } from '../language/use-translate.ts';
import classes from './conflicts-panel.module.css';

const SIDES = ['local', 'remote'] as const;

/** Fields that both sides changed and that wait for a person: both values side by side, each a press away. */
export function ConflictsPanel({ provider }: { provider: Provider }) {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const query = useQuery(trpc.conflicts.list.queryOptions({ provider }));
  const settle = useMutation(
    trpc.conflicts.settle.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.conflicts.pathFilter()),
    }),
  );
  const conflicts = query.data?.data ?? [];
  const words = { vendor: providerTitle(provider) };
  const settled = settle.data && (
    <p className={classes.done}>{`${settle.data.message} ${t('sync.conflicts.next')}`}</p>
  );
  if (conflicts.length === 0) return settled ? <div role="status">{settled}</div> : null;
  const ids = conflicts.map(({ id }) => id);
  return (
    <Panel
      title={t('sync.conflicts', { count: conflicts.length })}
      action={
        <Group gap="xs">
          {SIDES.map((keep) => (
            <Button
              key={keep}
              size="compact-sm"
              variant="default"
              disabled={settle.isPending}
              onClick={() => settle.mutate({ ids, keep })}
            >
              {t(`sync.conflicts.all.${keep}`, { ...words, count: ids.length })}
            </Button>
          ))}
        </Group>
      }
    >
      <div role="status">{settled}</div>
      {settle.isError && <Failure error={settle.error} />}
      <ul className={classes.list}>
        {conflicts.map((conflict) => (
          <li key={conflict.id} className={classes.conflict}>
            <p className={classes.name}>
              {conflict.name ?? t('history.unnamed')}, <Field name={conflict.field} />
            </p>
            {SIDES.map((keep) => (
              <div key={keep} className={classes.side}>
                <span className={classes.where}>{t(`sync.conflicts.${keep}`, words)}</span>
                <span className={classes.value}>{conflict[keep] ?? t('history.emptied')}</span>
                <Button
                  size="compact-sm"
                  variant="light"
                  disabled={settle.isPending}
                  aria-label={t(`sync.conflicts.keepOf.${keep}`, { ...words, name: nameOf(conflict) })}
                  onClick={() => settle.mutate({ ids: [conflict.id], keep })}
                >
                  {t('sync.conflicts.keep')}
                </Button>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Field({ name }: { name: string }) {
  const { t } = useTranslate();
  const known = DEAL_FIELDS.find((one) => one === name);
  return known ? t(`deals.column.${known}`) : name;
}

function nameOf({ name, external_id, field }: Conflict): string {
  return `${name ?? external_id}, ${field}`;
}
