import { Button, Group } from '@mantine/core';

/** Chooses what a plot measures. */
export function MeasureSwitch<Measure extends string>({ label, value, choices, onChange }: Props<Measure>) {
  return (
    <Group gap={4} role="group" aria-label={label}>
      {(Object.keys(choices) as Measure[]).map((measure) => (
        <Button
          key={measure}
          size="compact-xs"
          variant={measure === value ? 'light' : 'subtle'}
          aria-pressed={measure === value}
          onClick={() => onChange(measure)}
        >
          {choices[measure]}
        </Button>
      ))}
    </Group>
  );
}

interface Props<Measure extends string> {
  readonly label: string;
  readonly value: Measure;
  readonly choices: Readonly<Record<Measure, string>>;
  readonly onChange: (measure: Measure) => void;
}
