import { Checkbox, ScrollArea, Stack } from '@mantine/core';
import { useTranslate } from '../language/use-translate.ts';
import { FilterPopover } from './filter-popover.tsx';

/** Narrows by any of several values: the button, and the list it opens. */
export default function ChoiceFilter({ label, title, options, chosen, onChange }: ChoiceFilterProps) {
  const { t } = useTranslate();
  // Chosen values stay in the list even when no deal has them any more.
  const offered = [...new Set([...options, ...chosen])];
  return (
    <FilterPopover label={label} title={title} isSet={chosen.length > 0} padding="xs">
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
    </FilterPopover>
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
