/** The Airtable id with this prefix in a text, whole: three letters and 14 letters or digits. */
function idIn(text: string, prefix: string): string | null {
  return new RegExp(`(?<![0-9A-Za-z])${prefix}[0-9A-Za-z]{14}(?![0-9A-Za-z])`).exec(text)?.[0] ?? null;
}

/** The base id inside what a person typed: the id itself, or any link of the app that holds it. */
export function parseBaseId(text: string): string | null {
  return idIn(text, 'app');
}

/** The table id inside a link of the app, such as `https://airtable.com/app…/tbl…/viw…`, or the id itself. */
export function parseTableId(text: string): string | null {
  return idIn(text, 'tbl');
}
