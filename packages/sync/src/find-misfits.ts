import type { RemoteColumn } from '@passerelle/connector';
import { DEAL_FIELDS, type DealField } from '@passerelle/deals';
import { columnFit } from './column-fit.ts';

/** A field and a column that cannot be kept in step, one way or both. */
export interface Misfit {
  readonly field: DealField;
  readonly columnId: string;
  /** What it stops. */
  readonly affects: 'import' | 'export' | 'both';
  /** French sentence. */
  readonly message: string;
}

/** Every pair that does not go together, and why: whoever chooses a column sees it before choosing. Pure. */
export function findMisfits(columns: readonly RemoteColumn[]): Misfit[] {
  return DEAL_FIELDS.flatMap((field) =>
    columns.flatMap((column): Misfit[] => {
      const { read, write } = columnFit(field, column);
      const message = read ?? write;
      if (message === null) return [];
      const affects = read === null ? 'export' : write === null ? 'import' : 'both';
      return [{ field, columnId: column.id, affects, message }];
    }),
  );
}
