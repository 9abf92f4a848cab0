import { Button, Group, TextInput } from '@mantine/core';
import type { RunRecord } from '@passerelle/contracts';
import { DEAL_FIELDS } from '@passerelle/contracts/vocabulary';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { faultOf } from '../../api/fault-of.ts';
import { trpc } from '../../api/trpc.ts';
import { Failure } from '../../display/failure.tsx';
import { StateBadge } from '../../display/state-badge.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { useRetry } from './use-retry.ts';

/** A refused record put right in place, field by field, then tried again alone. */
export function Correction({ runId, record }: { runId: number; record: RunRecord }) {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const { position, faults, values, corrected } = record;
  const fields = DEAL_FIELDS.filter((name) => faults.some(({ field }) => field === name));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const correct = useMutation(
    trpc.runs.correct.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.runs.records.pathFilter());
        setTyped({});
      },
    }),
  );
  const retry = useRetry();
  const give = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate({ id: runId, position, values: typed });
  };
  const faultIn = (name: string) => faultOf(correct.error, `values/${name}`) ?? faultOf(correct.error, name);
  return (
    <form onSubmit={give}>
      <Group gap="sm" align="flex-end" mt={8}>
        {fields.map((name) => (
          <TextInput
            key={name}
            size="xs"
            label={t(`deals.column.${name}`)}
            value={typed[name] ?? String(values?.[name] ?? '')}
            error={faultIn(name)}
            onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [name]: value })}
          />
        ))}
        {fields.length > 0 && (
          <Button
            type="submit"
            size="xs"
            variant="default"
            disabled={Object.keys(typed).length === 0}
            loading={correct.isPending}
          >
            {t('history.correct')}
          </Button>
        )}
        <Button
          size="xs"
          variant="light"
          loading={retry.isPending}
          onClick={() => retry.mutate({ id: runId, positions: [position] })}
        >
          {t('history.retryOne')}
        </Button>
        <span role="status">
          {corrected.length > 0 && <StateBadge state="success">{t('history.corrected')}</StateBadge>}
        </span>
      </Group>
      {correct.isError && !fields.some(faultIn) && <Failure error={correct.error} />}
      {retry.isError && <Failure error={retry.error} />}
    </form>
  );
}
