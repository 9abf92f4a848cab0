import { Button, Checkbox, Group, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import type { ConnectorSchedule, Provider } from '@passerelle/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { faultOf } from '../../api/fault-of.ts';
import { trpc } from '../../api/trpc.ts';
import { Failure } from '../../display/failure.tsx';
import { StateBadge } from '../../display/state-badge.tsx';
import { useTranslate } from '../../language/use-translate.ts';
import { providerTitle } from '../provider-title.ts';
import { draftOf, inputOf, type ScheduleDraft, WAYS } from './schedule-draft.ts';
import { ScheduleWhen } from './schedule-when.tsx';

const DIRECTIONS = ['import', 'export', 'sync'] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

/** When, which way, on whose clocks, and in which hours never. */
export function ScheduleForm({ provider, saved }: ScheduleFormProps) {
  const { t } = useTranslate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(saved));
  const change = (some: Partial<ScheduleDraft>) => setDraft({ ...draft, ...some });
  const onSuccess = () => queries.invalidateQueries(trpc.connectors.schedule.pathFilter());
  const save = useMutation(trpc.connectors.saveSchedule.mutationOptions({ onSuccess }));
  const remove = useMutation(trpc.connectors.deleteSchedule.mutationOptions({ onSuccess }));
  const isNever = draft.way === 'never';
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(saved));
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (isNever) remove.mutate({ provider });
    else save.mutate(inputOf(provider, draft));
  };
  const error = save.error ?? remove.error;
  const fieldFaults = ['every_minutes', 'cron', 'time_zone', 'quiet_hours'].map((name) =>
    faultOf(error, name),
  );
  return (
    <form onSubmit={give}>
      <Stack gap="md" maw={640}>
        <Radio.Group
          label={t('connectors.schedule.when')}
          value={draft.way}
          onChange={(value) => change({ way: WAYS.find((one) => one === value) ?? 'never' })}
        >
          <Stack gap={8} mt={8}>
            {WAYS.map((one) => (
              <Radio key={one} value={one} label={t(`connectors.schedule.way.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {!isNever && (
          <>
            <ScheduleWhen draft={draft} change={change} error={error} />
            <Group grow gap="sm" align="flex-start">
              <NativeSelect
                label={t('connectors.schedule.direction')}
                value={draft.direction}
                data={DIRECTIONS.map((value) => ({
                  value,
                  label: t(`sync.direction.${value}`, { provider: providerTitle(provider) }),
                }))}
                onChange={({ currentTarget: { value } }) =>
                  change({ direction: DIRECTIONS.find((one) => one === value) ?? 'import' })
                }
              />
              <NativeSelect
                label={t('connectors.schedule.zone')}
                value={draft.zone}
                data={ZONES.includes(draft.zone) ? ZONES : [draft.zone, ...ZONES]}
                error={faultOf(error, 'time_zone')}
                onChange={({ currentTarget: { value } }) => change({ zone: value })}
              />
            </Group>
            <Checkbox
              label={t('connectors.schedule.quiet')}
              checked={draft.isQuiet}
              onChange={({ currentTarget: { checked } }) => change({ isQuiet: checked })}
            />
            {draft.isQuiet && (
              <Group gap="sm" align="flex-start">
                {(['from', 'to'] as const).map((edge) => (
                  <TextInput
                    key={edge}
                    type="time"
                    required
                    withAsterisk={false}
                    label={t(`connectors.schedule.quiet.${edge}`)}
                    value={draft[edge]}
                    error={edge === 'from' ? faultOf(error, 'quiet_hours') : undefined}
                    onChange={({ currentTarget: { value } }) => change({ [edge]: value })}
                  />
                ))}
              </Group>
            )}
            <Checkbox
              label={t('connectors.schedule.enabled')}
              checked={draft.enabled}
              onChange={({ currentTarget: { checked } }) => change({ enabled: checked })}
            />
          </>
        )}
        {error !== null && !fieldFaults.some(Boolean) && <Failure error={error} />}
        <Group gap="sm">
          <Button type="submit" disabled={!isChanged} loading={save.isPending || remove.isPending}>
            {t(isNever && saved !== null ? 'connectors.schedule.stop' : 'connectors.schedule.save')}
          </Button>
          <span role="status">
            {saved !== null && !isChanged && (
              <StateBadge state={saved.enabled ? 'success' : 'waiting'}>
                {t(saved.enabled ? 'connectors.schedule.on' : 'connectors.schedule.off')}
              </StateBadge>
            )}
          </span>
        </Group>
      </Stack>
    </form>
  );
}

interface ScheduleFormProps {
  readonly provider: Provider;
  /** `null` when there is none. */
  readonly saved: ConnectorSchedule | null;
}
