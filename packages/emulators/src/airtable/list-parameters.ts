import * as z from 'zod';
import { invalidRequest } from './airtable-error.ts';

/** The vendor's largest page. */
export const MAX_PAGE_SIZE = 100;

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).optional(),
  );

const Shape = z.object({
  pageSize: z.int().min(1).max(MAX_PAGE_SIZE).default(MAX_PAGE_SIZE),
  maxRecords: z.int().min(1).optional(),
  offset: z.string().optional(),
  view: z.string().optional(),
  sort: z
    .array(z.object({ field: z.string(), direction: z.enum(['asc', 'desc']).default('asc') }))
    .optional(),
  filterByFormula: z.string().optional(),
  fields: oneOrMore(z.string()),
  returnFieldsByFieldId: z.boolean().default(false),
  cellFormat: z.enum(['json', 'string']).default('json'),
  timeZone: z.string().optional(),
  userLocale: z.string().optional(),
  recordMetadata: oneOrMore(z.literal('commentCount')),
});

/** What a listing asks for, whichever of the two forms it came in. */
export type ListParameters = z.infer<typeof Shape>;

/** Reads the parameters of `GET /{base}/{table}`. */
export function listParametersOfQuery(query: Readonly<Record<string, unknown>>): ListParameters {
  return check({
    ...query,
    pageSize: numberOf(query.pageSize),
    maxRecords: numberOf(query.maxRecords),
    returnFieldsByFieldId: booleanOf(query.returnFieldsByFieldId),
  });
}

/** Reads the parameters of `POST …/listRecords`; the zone and the locale stay in the query string. */
export function listParametersOfBody(body: object, query: Readonly<Record<string, unknown>>): ListParameters {
  return check({ ...body, timeZone: query.timeZone, userLocale: query.userLocale });
}

function check(raw: object): ListParameters {
  const parsed = Shape.safeParse(raw);
  if (!parsed.success) throw invalidRequest();
  const { cellFormat, timeZone, userLocale } = parsed.data;
  if (cellFormat === 'string' && (timeZone === undefined || userLocale === undefined)) {
    throw invalidRequest(
      'Both timeZone and userLocale parameters are required when using cellFormat "string"',
    );
  }
  return parsed.data;
}

/** Query strings carry text only: what reads as a number or a truth is taken as one, the rest is left to be refused. */
export function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
}

function booleanOf(value: unknown): unknown {
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' || value === '' ? false : value;
}
