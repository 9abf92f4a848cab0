import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Icon } from '../display/icon.tsx';
import { useTranslate } from '../language/use-translate.ts';

/** Light or dark, remembered on this machine; the system's own until someone chooses. */
export function ThemeSwitch() {
  const { t } = useTranslate();
  const { setColorScheme } = useMantineColorScheme();
  const next = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark';
  const label = t(`frame.theme.${next}`);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next)}
    >
      <span style={{ display: 'flex', color: 'var(--ink-soft)' }}>
        <Icon name={next === 'dark' ? 'moon' : 'sun'} />
      </span>
    </ActionIcon>
  );
}
