const sameLetters = new Intl.Collator('fr', { sensitivity: 'base' });

/**
 * The option that is meant, written as the column has it: « gagné » finds « Gagné ». Vendors take exact names only.
 * `undefined` when there is none, or when several differ by case and accents alone.
 */
export function matchOption(text: string, options: readonly string[]): string | undefined {
  if (options.includes(text)) return text;
  const wanted = text.trim();
  const [only, ...others] = options.filter((option) => sameLetters.compare(option.trim(), wanted) === 0);
  return others.length === 0 ? only : undefined;
}
