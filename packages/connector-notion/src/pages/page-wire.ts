import * as z from 'zod';
import { PropertyValue } from '../cells/property-value.ts';

/** A row. With limited rights Notion answers `{object, id}` alone, so everything else may be missing. */
export const PageAnswer = z.object({
  object: z.literal('page'),
  id: z.string(),
  created_time: z.string().optional(),
  last_edited_time: z.string().nullish(),
  in_trash: z.boolean().optional(),
  archived: z.boolean().optional(),
  parent: z.object({ data_source_id: z.string().optional() }).optional(),
  properties: z.record(z.string(), PropertyValue).optional(),
});
export type PageAnswer = z.output<typeof PageAnswer>;

/** One page of a query. A wiki mixes in tables, which are no rows and are left out here. */
export const QueryAnswer = z.object({
  results: z.array(z.unknown()).transform(withoutTables).pipe(z.array(PageAnswer)),
  has_more: z.boolean(),
  next_cursor: z.string().nullish(),
  request_status: z.object({ type: z.string(), incomplete_reason: z.string().nullish() }).nullish(),
});
export type QueryAnswer = z.output<typeof QueryAnswer>;

function withoutTables(results: readonly unknown[]): unknown[] {
  return results.filter((result) => objectOf(result) !== 'data_source' && objectOf(result) !== 'database');
}

function objectOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'object' in result ? result.object : undefined;
}
