import type { Statut } from '@passerelle/contracts';
import Big from 'big.js';
import { probabiliteOf } from './statut.ts';

const CENTS = 2;

/** Ten times this many cents is still a whole number that a double holds. */
const MAX_EXACT_CENTS = Number.MAX_SAFE_INTEGER / 10 - 1;

/** An amount to the cent, halves up, as decimals and not as binary fractions: 1.005 is 1.01. */
export function roundToCents(amount: number): number {
  return new Big(amount).round(CENTS, Big.roundHalfUp).toNumber();
}

/** `montant_brut` × `probabilite`, to the cent, halves up. */
export function valeurPonderee(montant: number, statut: Statut): number {
  const cents = Math.round(montant * 100);
  // An amount in whole cents, as nearly all are, needs no decimal library: tenths of a cent are whole numbers.
  if (cents / 100 === montant && cents <= MAX_EXACT_CENTS) {
    return Math.floor((cents * Math.round(probabiliteOf(statut) * 10) + 5) / 10) / 100;
  }
  return new Big(montant).times(probabiliteOf(statut)).round(CENTS, Big.roundHalfUp).toNumber();
}

/** Exact sum of amounts in euros, with no rounding on the way. */
export function sumMoney(amounts: Iterable<number>): number {
  let sum = new Big(0);
  for (const amount of amounts) sum = sum.plus(amount);
  return sum.toNumber();
}

/** Mean amount to the cent, halves up; 0 of no deals. */
export function meanMoney(total: number, count: number): number {
  return count === 0 ? 0 : new Big(total).div(count).round(CENTS, Big.roundHalfUp).toNumber();
}

/** French euros with plain spaces, decimals dropped when zero: `1 500,50 €`, `1 500 €`. */
export function formatEuros(amount: number): string {
  const wholeCents = Math.round(amount * 100);
  // As above: an amount in whole cents needs no decimal library.
  if (amount >= 0 && wholeCents / 100 === amount && wholeCents <= MAX_EXACT_CENTS) {
    return shownEuros(String(Math.floor(wholeCents / 100)), String(wholeCents % 100).padStart(CENTS, '0'));
  }
  const [whole = '0', cents = '00'] = new Big(amount).toFixed(CENTS, Big.roundHalfUp).split('.');
  return shownEuros(whole, cents);
}

function shownEuros(whole: string, cents: string): string {
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return cents === '00' ? `${grouped} €` : `${grouped},${cents} €`;
}
