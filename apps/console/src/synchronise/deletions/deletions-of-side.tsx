import { Button, Group, Radio, Stack } from '@mantine/core';
import type { Deletion, Provider } from '@passerelle/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { trpc } from '../../api/trpc.ts';
import { providerTitle } from '../../connectors/provider-title.ts';
import { Failure } from '../../display/failure.tsx';
import { Panel } from '../../display/panel.tsx';
import record from '../../display/record.module.css';
import { StateBadge } from '../../display/state-badge.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { LostRecord } from './lost-record.tsx';

const DECISIONS = ['archive', 'keep', 'restore'] as const;
/** Enough to recognise what happened. */
const SAMPLE = 5;

/** How many were lost, a few of them, why that is likely, and the three things that can be done: none is chosen beforehand. */
export function DeletionsOfSide({ provider, side, deletions }: DeletionsOfSideProps) {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<(typeof DECISIONS)[number] | null>(null);
  const [isWhole, setWhole] = useState(false);
  const runId = deletions[0]?.run_id;
  const run = useQuery({ ...trpc.runs.get.queryOptions({ id: runId ?? 1 }), enabled: runId !== undefined });
  const decide = useMutation(
    trpc.deletions.decide.mutationOptions({
      onSuccess: () =>
        Promise.all(
          [trpc.deletions, trpc.deals, trpc.analytics].map((one) =>
            queries.invalidateQueries(one.pathFilter()),
          ),
        ),
    }),
  );
  const words = { vendor: providerTitle(provider), count: deletions.length };
  const done = decide.data && <StateBadge state="success">{decide.data.message}</StateBadge>;
  if (deletions.length === 0) return done ? <div role="status">{done}</div> : null;
  const lasting = deletions.filter(({ is_reversible }) => !is_reversible).length;
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) decide.mutate({ decision: chosen, filter: { provider, side } });
  };
  return (
    <Panel title={t(`sync.deletions.${side}`, words)}>
      <Stack gap="md">
        {run.data?.data.message && <span>{run.data.data.message}</span>}
        <ul className={record.list}>
          {(isWhole ? deletions : deletions.slice(0, SAMPLE)).map((deletion) => (
            <LostRecord key={deletion.id} deletion={deletion} />
          ))}
        </ul>
        {deletions.length > SAMPLE && (
          <Group>
            <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setWhole(!isWhole)}>
              {isWhole ? t('display.less') : t('display.all', { count: deletions.length })}
            </Button>
          </Group>
        )}
        <form onSubmit={give}>
          <Stack gap="md">
            <Radio.Group
              label={t('sync.deletions.choose')}
              value={chosen}
              onChange={(value) => setChosen(DECISIONS.find((one) => one === value) ?? null)}
            >
              <Stack gap="xs" mt={8}>
                {DECISIONS.map((one) => (
                  <Radio
                    key={one}
                    value={one}
                    label={t(`sync.deletions.${side}.${one}`, words)}
                    description={t(`sync.deletions.${side}.${one}.note`, words)}
                  />
                ))}
              </Stack>
            </Radio.Group>
            {chosen === 'archive' && lasting > 0 && (
              <StateBadge state="partial">{t('sync.deletions.lasting', { count: lasting })}</StateBadge>
            )}
            {decide.isError && <Failure error={decide.error} />}
            <Group>
              <Button
                type="submit"
                color={chosen === 'archive' ? 'red' : 'passerelle'}
                disabled={chosen === null}
                loading={decide.isPending}
              >
                {t(`sync.deletions.do.${chosen ?? 'none'}`, words)}
              </Button>
              <span role="status">{done}</span>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Panel>
  );
}

interface DeletionsOfSideProps {
  readonly provider: Provider;
  /** The side that lost them. */
  readonly side: Deletion['side'];
  readonly deletions: readonly Deletion[];
}
