import Big from 'big.js';

const ONE_DECIMAL = 1;

/** Part of a total in percent, to one decimal, halves up; 0 of nothing. */
export function percentOf(part: number, total: number): number {
  return total === 0 ? 0 : new Big(part).times(100).div(total).round(ONE_DECIMAL, Big.roundHalfUp).toNumber();
}

/** A number of days to one decimal, halves up, as the velocity figures give it. */
export function roundDays(days: number): number {
  return new Big(days).round(ONE_DECIMAL, Big.roundHalfUp).toNumber();
}

/** A sales velocity as people read it: `12.5 jours`, `< 1 jour`, or `N/A` where no deal is won. */
export function formatVitesse(days: number | null): string {
  if (days === null) return 'N/A';
  return days < 1 ? '< 1 jour' : `${new Big(days).toFixed(ONE_DECIMAL, Big.roundHalfUp)} jours`;
}
