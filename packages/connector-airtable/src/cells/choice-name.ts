const sameLetters = new Intl.Collator('fr', { sensitivity: 'base' });

/**
 * The option that is meant, written as the column has it: « gagné » finds « Gagné ». Airtable takes exact names only.
 * Unknown or unclear, the text goes as it is, and Airtable says whether an option was added since.
 */
export function choiceName(text: string, options: readonly string[]): string {
  if (options.includes(text)) return text;
  const wanted = text.trim();
  const [only, ...others] = options.filter((option) => sameLetters.compare(option.trim(), wanted) === 0);
  return only !== undefined && others.length === 0 ? only : text;
}
