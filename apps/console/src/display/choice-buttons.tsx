import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** Buttons in a row, one of which is pressed. */
export function ChoiceButtons<Value extends string | undefined>({
  label,
  choices,
  chosen,
  choose,
  size = 'sm',
}: ChoiceButtonsProps<Value>) {
  return (
    <Group gap={4} role="group" aria-label={label}>
      {choices.map(({ value, word, icon }) => (
        <Button
          key={value ?? 'none'}
          size={size}
          variant={value === chosen ? 'light' : 'subtle'}
          aria-pressed={value === chosen}
          leftSection={icon}
          onClick={() => choose(value)}
        >
          {word}
        </Button>
      ))}
    </Group>
  );
}

interface ChoiceButtonsProps<Value> {
  /** What is chosen, for those who listen. */
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly word: string; readonly icon?: ReactNode }[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
  readonly size?: 'sm' | 'compact-sm';
}
