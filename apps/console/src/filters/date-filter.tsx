import { Stack, TextInput } from '@mantine/core';
import { useTranslate } from '../language/use-translate.ts';
import { FilterPopover } from './filter-popover.tsx';

/** Narrows by deadline, both days included: the button, and the two days it opens. */
export default function DateFilter({ title, from, to, onChange }: DateFilterProps) {
  const { t } = useTranslate();
  return (
    <FilterPopover
      label={t('filters.deadline')}
      title={title}
      isSet={from !== undefined || to !== undefined}
      padding="sm"
    >
      <Stack gap="xs">
        <TextInput
          type="date"
          label={t('filters.from')}
          value={from ?? ''}
          max={to}
          onChange={({ currentTarget: { value } }) => onChange({ date_from: value || undefined })}
        />
        <TextInput
          type="date"
          label={t('filters.to')}
          value={to ?? ''}
          min={from}
          onChange={({ currentTarget: { value } }) => onChange({ date_to: value || undefined })}
        />
      </Stack>
    </FilterPopover>
  );
}

interface DateFilterProps {
  /** What the button says. */
  readonly title: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (change: { date_from?: string | undefined; date_to?: string | undefined }) => void;
}
