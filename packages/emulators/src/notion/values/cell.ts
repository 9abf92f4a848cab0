/** A piece of text as the API sends it. */
export interface RichTextItem {
  readonly type: 'text' | 'mention' | 'equation';
  readonly text?: { readonly content: string; readonly link: { readonly url: string } | null };
  readonly mention?: Readonly<Record<string, unknown>>;
  readonly equation?: { readonly expression: string };
  readonly annotations: Readonly<Record<string, boolean | string>>;
  readonly plain_text: string;
  readonly href: string | null;
}

/** A date as it is kept: times carry their offset already. */
export interface DateValue {
  readonly start: string;
  readonly end: string | null;
  readonly time_zone: string | null;
}

/** A file as it is kept. */
export interface FileValue {
  readonly name: string;
  readonly url: string;
  /** Hosted by Notion: its address expires after an hour. */
  readonly isHosted: boolean;
}

/** What a formula came to; the emulator does not evaluate expressions, each row holds the result it was given. */
export type FormulaValue =
  | { readonly type: 'string'; readonly string: string | null }
  | { readonly type: 'number'; readonly number: number | null }
  | { readonly type: 'boolean'; readonly boolean: boolean | null }
  | { readonly type: 'date'; readonly date: DateValue | null }
  | { readonly type: 'unsupported'; readonly unsupported: Readonly<Record<string, never>> };

/**
 * What a row holds in one column, as small as it can be, for there may be a million rows: text without formatting is a
 * string, an option is its id, several options, people or links are their ids. An empty cell is absent.
 */
export type Cell =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly rich: readonly RichTextItem[] }
  | { readonly date: DateValue }
  | { readonly files: readonly FileValue[] }
  | { readonly formula: FormulaValue }
  | { readonly raw: Readonly<Record<string, unknown>> };

/** The cells of a row by property id. */
export type Cells = Readonly<Record<string, Cell>>;

/** Cells while a row is being put together. */
export type CellDraft = Record<string, Cell | undefined>;

/** The cell as text, when it is text. */
export function stringOf(cell: Cell | undefined): string | null {
  return typeof cell === 'string' ? cell : null;
}

/** The cell as a number, when it is one. */
export function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** The cell as ids; empty when it holds none. */
export function idsOf(cell: Cell | undefined): readonly string[] {
  return Array.isArray(cell) ? cell : [];
}

/** The cell as a date; a day or time alone is kept as a string. */
export function dateOf(cell: Cell | undefined): DateValue | null {
  if (typeof cell === 'string') return { start: cell, end: null, time_zone: null };
  return typeof cell === 'object' && 'date' in cell ? cell.date : null;
}

/** The cell as files. */
export function filesOf(cell: Cell | undefined): readonly FileValue[] {
  return typeof cell === 'object' && 'files' in cell ? cell.files : [];
}

/** The cell as the result of a formula. */
export function formulaOf(cell: Cell | undefined): FormulaValue {
  return typeof cell === 'object' && 'formula' in cell ? cell.formula : { type: 'string', string: null };
}

/** The cell as an object kept as it came (places, verifications). */
export function rawOf(cell: Cell | undefined): Readonly<Record<string, unknown>> | null {
  return typeof cell === 'object' && 'raw' in cell ? cell.raw : null;
}
