import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { type Language, storeLanguage } from './language.ts';

const CATALOGUES = {
  fr: () => import('./fr/index.ts'),
  en: () => import('./en/index.ts'),
} as const;

/** The catalogue in use. Messages are ICU, compiled in the page: that costs less than shipping them compiled. */
export const i18n = setupI18n();
i18n.setMessagesCompiler(compileMessage);

/** Fetches a language's catalogue, then shows it everywhere at once. */
export async function speak(language: Language): Promise<void> {
  const { default: messages } = await CATALOGUES[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  storeLanguage(language);
}
