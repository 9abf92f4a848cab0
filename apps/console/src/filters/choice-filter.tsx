import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core';
import { useRef } from 'react';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** Narrows by any of several values: the button, and the list it opens. */
export default function ChoiceFilter({ label, title, options, chosen, onChange }: ChoiceFilterProps) {
  const { t } = useTranslate();
  const button = useRef<HTMLButtonElement>(null);
  // Chosen values stay in the list even when no deal has them any more.
  const offered = [...new Set([...options, ...chosen])];
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
          variant={chosen.length > 0 ? 'light' : 'default'}
          size="sm"
          rightSection={<Icon name="down" size={14} />}
        >
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <ScrollArea.Autosize mah={280} type="auto">
          <Stack gap={8} p={4} miw={180}>
            {offered.length === 0 && <span>{t('filters.nothing')}</span>}
            {offered.map((option) => (
              <Checkbox
                key={option}
                size="sm"
                label={option}
                checked={chosen.includes(option)}
                onChange={({ currentTarget: { checked } }) =>
                  onChange(checked ? [...chosen, option] : chosen.filter((one) => one !== option))
                }
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoiceFilterProps {
  readonly label: string;
  /** What the button says. */
  readonly title: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}
