import { DEAL_FIELDS, type DealField } from '@passerelle/contracts';

/** Texts that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A deal's fields as they are stored: an adopted database may hold any text. */
export type StoredDealValues = Readonly<Record<DealField, string | number | null>>;

/** First line of a file that French spreadsheets open by a double click: BOM, then the CRM's own names. */
export const DEAL_CSV_HEADER = `\ufeff${DEAL_FIELDS.join(';')}\r\n`;

/** Lines of the file for these deals. `readDealCsv` reads them back, but for the apostrophe that disarms a formula. */
export function dealCsvLines(deals: readonly StoredDealValues[]): string {
  return deals.map((deal) => `${DEAL_FIELDS.map((field) => cell(deal[field])).join(';')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
