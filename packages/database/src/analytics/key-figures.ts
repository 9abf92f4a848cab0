import { type DealFilter, dealCondition } from '../queries/deal-filter.ts';
import { aggregateRow } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { statement } from '../statement.ts';
import { type Amounts, amountsOf, type CentsRow, centsColumns, readCents } from './amounts.ts';
import { type ColdOptions, isCold } from './cold.ts';
import { type Duration, type DurationRow, durationColumns, readDuration } from './durations.ts';
import { isWon } from './won.ts';

/** The figures of all deals that match. */
export interface KeyFigures extends Amounts {
  readonly wonCount: number;
  /** From creation to last change of the won ones. */
  readonly won: Duration;
  readonly coldCount: number;
}

/** Counts and adds up the deals that match. */
export async function keyFigures(work: Work, filter: DealFilter, options: ColdOptions): Promise<KeyFigures> {
  const won = isWon(options.wonStatuts);
  const row = await aggregateRow<
    CentsRow & DurationRow & { won_count: number | string; cold_count: number | string }
  >(
    work,
    statement`select ${centsColumns(work)}, ${durationColumns(work, won)},
        count(*) filter (where ${won}) as won_count, count(*) filter (where ${isCold(work, options)}) as cold_count
      from deals d where ${dealCondition(work, filter)}`,
  );
  return {
    ...amountsOf(readCents(row)),
    wonCount: Number(row.won_count),
    won: readDuration(row),
    coldCount: Number(row.cold_count),
  };
}
