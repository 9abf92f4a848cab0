/** The languages the console speaks; the first is the one it begins with. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED_AS = 'passerelle.language';

/** The language chosen on this machine before, or French. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED_AS);
  return LANGUAGES.find((language) => language === stored) ?? LANGUAGES[0];
}

/** Keeps the choice for the next visit. */
export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED_AS, language);
}
