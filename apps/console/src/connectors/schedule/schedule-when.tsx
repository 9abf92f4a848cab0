import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { faultOf } from '../../api/fault-of.ts';
import { useTranslate } from '../../language/use-translate.ts';
import type { ScheduleDraft, UNITS } from './schedule-draft.ts';

const UNIT_NAMES = ['minutes', 'hours', 'days'] as const satisfies readonly (keyof typeof UNITS)[];

/** An interval in plain words, or the expression of those who know how to write one. */
export function ScheduleWhen({ draft, change, error }: ScheduleWhenProps) {
  const { t } = useTranslate();
  if (draft.way === 'cron') {
    return (
      <TextInput
        label={t('connectors.schedule.cron')}
        description={t('connectors.schedule.cron.note')}
        value={draft.cron}
        error={faultOf(error, 'cron')}
        required
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => change({ cron: value })}
        maw={320}
      />
    );
  }
  return (
    <Group gap="sm" align="flex-start">
      <NumberInput
        label={t('connectors.schedule.every')}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        required
        withAsterisk={false}
        value={draft.every}
        error={faultOf(error, 'every_minutes')}
        onChange={(every) => change({ every })}
        w={120}
      />
      <NativeSelect
        label={t('connectors.schedule.unit')}
        value={draft.unit}
        data={UNIT_NAMES.map((value) => ({ value, label: t(`connectors.schedule.unit.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          change({ unit: UNIT_NAMES.find((one) => one === value) ?? 'minutes' })
        }
        w={140}
      />
    </Group>
  );
}

interface ScheduleWhenProps {
  readonly draft: ScheduleDraft;
  readonly change: (some: Partial<ScheduleDraft>) => void;
  readonly error: unknown;
}
