import type { Work } from '../queries/work.ts';
import { type Statement, verbatim } from '../statement.ts';

/** Sums of amounts, in whole cents: exact as long as a double counts them, up to 90,000 billion euros. */
export interface Cents {
  readonly count: number;
  readonly totalCents: number;
  readonly weightedCents: number;
}

/** Figures of a group of deals, in euros. */
export interface Amounts {
  readonly count: number;
  /** Sum of `montant_brut`. */
  readonly total: number;
  /** Sum of `valeur_ponderee`. */
  readonly weighted: number;
  /** Mean `montant_brut` to the cent, halves up; 0 of no deals. */
  readonly mean: number;
}

/** The columns of `Cents` over `deals d`; PostgreSQL answers them as text. */
export function centsColumns({ sql }: Pick<Work, 'sql'>): Statement {
  return verbatim(
    `count(*) as count, sum(${sql.cents('d.montant_brut')}) as total_cents, sum(${sql.cents('d.valeur_ponderee')}) as weighted_cents`,
  );
}

/** `Cents` as selected by `centsColumns`. */
export interface CentsRow {
  readonly count: number | string;
  readonly total_cents: number | string | null;
  readonly weighted_cents: number | string | null;
}

/** Reads them. */
export function readCents(row: CentsRow): Cents {
  return {
    count: Number(row.count),
    totalCents: Number(row.total_cents ?? 0),
    weightedCents: Number(row.weighted_cents ?? 0),
  };
}

/** The sums of two groups together. */
export function addCents(one: Cents, other: Cents): Cents {
  return {
    count: one.count + other.count,
    totalCents: one.totalCents + other.totalCents,
    weightedCents: one.weightedCents + other.weightedCents,
  };
}

/** The sums in euros, with their mean. */
export function amountsOf({ count, totalCents, weightedCents }: Cents): Amounts {
  return {
    count,
    total: totalCents / 100,
    weighted: weightedCents / 100,
    mean: count === 0 ? 0 : meanCents(totalCents, count) / 100,
  };
}

/** In whole numbers: the quotient of two doubles may come out on the wrong side of a half. */
function meanCents(totalCents: number, count: number): number {
  const [halves, divisor] = [2 * totalCents + count, 2 * count];
  const rest = ((halves % divisor) + divisor) % divisor;
  return (halves - rest) / divisor;
}
