import { quote } from '@passerelle/contracts';
import { accepted, type Parsed, parsed, type Reading, refused } from './reading.ts';

/** Largest `montant_brut`: above it a double can no longer hold every cent of a weighted sum. */
export const MAX_MONTANT = 999_999_999_999.99;

/** Longer text is no amount. */
const LONGEST_AMOUNT = 64;
const EXAMPLE = 'Écrivez un nombre supérieur à 0, par exemple 8500,50.';

const CURRENCY = /^(?:€|eur|euros?)\s*|\s*(?:€|eur|euros?)$/gi;
const PLAIN = /^\d+(?:[.,]\d+)?$/;
/** Three digits at a time by one kind of separator, then decimals by another: `8 500,50`, `8,500.50`, `8.500,50`, `8’500.50`. */
const GROUPED = /^[1-9]\d{0,2}(?:(?<group>[\s.,'’])\d{3})(?:\k<group>\d{3})*(?:(?!\k<group>)[.,]\d+)?$/u;
/** One separator before three digits: 8,5 or 8500, nobody can tell; a leading 0 settles it. */
const AMBIGUOUS = /^(?!0[.,])\d{1,3}[.,]\d{3}$/;

/** Reads `montant_brut`, a number or a French or English text in euros. What could mean two amounts is refused. */
export function parseMontant(value: unknown): Parsed<number> {
  return parsed('montant_brut', readMontant(value));
}

/** As `parseMontant`, for the readers of whole deals. */
export function readMontant(value: unknown): Reading<number> {
  if (typeof value === 'number') return withinBounds(value, value);
  if (value === null || value === undefined) return refused(`le montant manque. ${EXAMPLE}`);
  if (typeof value !== 'string') return refused(`${quote(value)} n'est pas un montant. ${EXAMPLE}`);
  return readTyped(value);
}

function readTyped(text: string): Reading<number> {
  if (text.trim() === '') return refused(`le montant manque. ${EXAMPLE}`);
  const amount = text.length > LONGEST_AMOUNT ? '' : text.trim().replace(/\s/g, ' ').replace(CURRENCY, '');
  const sign = /^[-−]\s*/.exec(amount)?.[0] ?? '';
  const digits = amount.slice(sign.length);
  if (AMBIGUOUS.test(digits)) return ambiguous(text, digits);
  if (!PLAIN.test(digits) && !GROUPED.test(digits)) {
    return refused(`${quote(text)} n'est pas un montant en euros. ${EXAMPLE}`);
  }
  return withinBounds(Number(`${sign === '' ? '' : '-'}${machineNotation(digits)}`), text);
}

function ambiguous(text: string, digits: string): Reading<number> {
  const [whole = '', decimals = ''] = digits.split(/[.,]/);
  const shown = decimals.replace(/0+$/, '').padEnd(2, '0');
  const small = `${whole},${shown.length === 3 ? `${shown}0` : shown}`;
  return refused(`${quote(text)} peut se lire de deux façons. Écrivez ${whole}${decimals} ou ${small}.`);
}

/** `8 500,50` → `8500.50`, of text already known to be one of the forms above. */
function machineNotation(digits: string): string {
  const decimals = PLAIN.test(digits) ? /[.,]\d+$/.exec(digits) : decimalsOfGrouped(digits);
  const whole = digits.slice(0, decimals?.index ?? digits.length).replace(/\D/g, '');
  return decimals === null ? whole : `${whole}.${decimals[0].slice(1)}`;
}

function decimalsOfGrouped(digits: string): RegExpExecArray | null {
  const group = /\D/.exec(digits)?.[0] ?? '';
  const last = /[^\d][\d]+$/.exec(digits);
  return last?.[0].startsWith(group) ? null : last;
}

function withinBounds(amount: number, typed: unknown): Reading<number> {
  if (!Number.isFinite(amount)) return refused(`${quote(typed)} n'est pas un nombre fini. ${EXAMPLE}`);
  if (amount <= 0) return refused(`${quote(typed)} n'est pas supérieur à 0. ${EXAMPLE}`);
  if (amount > MAX_MONTANT) {
    return refused(`${quote(typed)} dépasse la limite de 999 999 999 999,99 €. Vérifiez le montant.`);
  }
  return accepted(amount);
}
