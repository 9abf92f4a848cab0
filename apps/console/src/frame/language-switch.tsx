import { ActionIcon } from '@mantine/core';
import { speak } from '../language/i18n.ts';
import { LANGUAGES } from '../language/language.ts';
import { useTranslate } from '../language/use-translate.ts';

/** Changes the language of the whole page at once. */
export function LanguageSwitch() {
  const { t, language } = useTranslate();
  const next = LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? language;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-label={`${next.toUpperCase()} · ${t('frame.language.other')}`}
      title={t('frame.language.other')}
      lang={next}
      onClick={() => void speak(next)}
    >
      <span style={{ fontSize: 12, fontWeight: 600, color: 'var(--ink-soft)' }}>{next.toUpperCase()}</span>
    </ActionIcon>
  );
}
