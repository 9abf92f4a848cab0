import { useLingui } from '@lingui/react';
import type { MessageKey } from './fr/index.ts';
import type { Language } from './language.ts';

/** What a message can be filled with. */
type MessageValues = Readonly<Record<string, string | number>>;

/** Tells a message of the catalogue in the reader's language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The catalogue in the reader's language, and which one that is. */
export function useTranslate(): { t: Translate; language: Language } {
  const { i18n } = useLingui();
  return { t: (key, values) => i18n._(key, values), language: i18n.locale as Language };
}
