import * as z from 'zod';

/** What a computed field's values are: another field's type and options. */
const Result = z.object({
  type: z.string(),
  options: z.object({ timeZone: z.string().optional() }).nullish().catch(null),
});

/** The options of any field type that we use; one of an unexpected shape counts as absent. */
const FieldOptions = z.object({
  choices: z
    .array(z.object({ name: z.string() }))
    .optional()
    .catch(undefined),
  timeZone: z.string().optional().catch(undefined),
  max: z.number().optional().catch(undefined),
  linkedTableId: z.string().optional().catch(undefined),
  result: Result.nullish().catch(null),
});

/** A field, as Airtable calls a column. */
export const Field = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  options: FieldOptions.nullish().catch(null),
});
export type Field = z.output<typeof Field>;

/** A table with its fields. */
export const Table = z.object({
  id: z.string(),
  name: z.string(),
  primaryFieldId: z.string(),
  fields: z.array(Field),
});
export type Table = z.output<typeof Table>;

/** `GET /meta/bases/{baseId}/tables`, which is not paged. */
export const TablesAnswer = z.object({ tables: z.array(Table) });
