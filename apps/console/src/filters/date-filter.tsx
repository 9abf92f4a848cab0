import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** Narrows by deadline, both days included: the button, and the two days it opens. */
export default function DateFilter({ title, from, to, onChange }: DateFilterProps) {
  const { t } = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  const isSet = from !== undefined || to !== undefined;
  return (
    <Popover
      defaultOpened
      position="bottom-start"
      shadow="sm"
      trapFocus
      withinPortal
      onClose={() => button.current?.focus()}
    >
      <Popover.Target>
        <Button
          ref={button}
          variant={isSet ? 'light' : 'default'}
          size="sm"
          rightSection={<Icon name="down" size={14} />}
        >
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('filters.deadline')}>
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
      </Popover.Dropdown>
    </Popover>
  );
}

interface DateFilterProps {
  /** What the button says. */
  readonly title: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (change: { date_from?: string | undefined; date_to?: string | undefined }) => void;
}
