import { Button, Group } from '@mantine/core';
import type { Conflict } from '@passerelle/contracts';
import { DEAL_FIELDS } from '@passerelle/contracts/vocabulary';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api/trpc.ts';
import { providerTitle } from '../connectors/provider-title.ts';
import { Failure } from '../display/failure.tsx';
import { Panel } from '../display/panel.tsx';
import history from '../history/history.module.css';
import { useTranslate } from '../language/use-translate.ts';
import classes from './plan.module.css';

const SHOWN = 50;

/** Fields that both sides changed and that wait for a choice, side by side; nothing to see when there are none. */
export function Conflicts() {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const conflicts = useQuery(trpc.conflicts.list.queryOptions({ limit: SHOWN })).data?.data ?? [];
  const settle = useMutation(
    trpc.conflicts.settle.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  );
  if (conflicts.length === 0) return null;
  const keep = (ids: number[], side: 'local' | 'remote') => settle.mutate({ ids, keep: side });
  const all = conflicts.map(({ id }) => id);
  return (
    <Panel
      title={t('sync.conflicts', { count: conflicts.length })}
      action={
        <Group gap={4}>
          <Button size="compact-sm" variant="subtle" onClick={() => keep(all, 'local')}>
            {t('sync.conflicts.allLocal')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => keep(all, 'remote')}>
            {t('sync.conflicts.allRemote')}
          </Button>
        </Group>
      }
    >
      {settle.isError && <Failure error={settle.error} />}
      <ul className={history.list}>
        {conflicts.map((conflict) => (
          <Row key={conflict.id} conflict={conflict} isBusy={settle.isPending} keep={keep} />
        ))}
      </ul>
    </Panel>
  );
}

interface RowProps {
  readonly conflict: Conflict;
  readonly isBusy: boolean;
  readonly keep: (ids: number[], side: 'local' | 'remote') => void;
}

function Row({ conflict, isBusy, keep }: RowProps) {
  const { t } = useTranslate();
  const { id, name, external_id, field, provider } = conflict;
  const known = DEAL_FIELDS.find((one) => one === field);
  const sides = { local: t('sync.side.local'), remote: providerTitle(provider) };
  return (
    <li className={history.record}>
      <p className={history.name} style={{ margin: 0 }}>
        {name ?? external_id} · {known ? t(`deals.column.${known}`) : field}
      </p>
      <div className={classes.sides}>
        {(['local', 'remote'] as const).map((side) => (
          <Button
            key={side}
            variant="default"
            disabled={isBusy}
            h="auto"
            py={8}
            onClick={() => keep([id], side)}
          >
            <span className={classes.side}>
              <span>{t('sync.keep', { side: sides[side] })}</span>
              <strong>{conflict[side] ?? t('history.emptied')}</strong>
            </span>
          </Button>
        ))}
      </div>
    </li>
  );
}
