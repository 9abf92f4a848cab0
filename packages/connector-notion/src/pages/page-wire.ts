import { ConnectorError } from '@passerelle/connector';
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

/** One page of a query. A wiki mixes in tables, which are no rows. */
export const QueryAnswer = z.object({
  results: z.array(z.looseObject({ object: z.string() })),
  has_more: z.boolean(),
  next_cursor: z.string().nullish(),
  request_status: z.object({ type: z.string(), incomplete_reason: z.string().nullish() }).nullish(),
});
export type QueryAnswer = z.output<typeof QueryAnswer>;

/** The rows among the results of a query. */
export function pagesOf({ results }: QueryAnswer): PageAnswer[] {
  return results.filter(({ object }) => object === 'page').map(toPage);
}

function toPage(result: unknown): PageAnswer {
  const parsed = PageAnswer.safeParse(result);
  if (parsed.success) return parsed.data;
  throw new ConnectorError(
    'answer_unreadable',
    "Une ligne renvoyée par Notion n'a pas la forme documentée. Signalez-le avec l'heure de l'essai.",
    { cause: new Error(z.prettifyError(parsed.error)) },
  );
}
