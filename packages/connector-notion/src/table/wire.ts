import * as z from 'zod';

const RichTextName = z
  .array(z.object({ plain_text: z.string().catch('') }))
  .transform((items) => items.map(({ plain_text }) => plain_text).join(''));

const Options = z.object({ options: z.array(z.object({ name: z.string() })) });

/** One column of a data source; its own key (`select`, `relation`…) holds what its type needs. */
export const PropertyConfig = z.looseObject({ id: z.string(), name: z.string(), type: z.string() });
export type PropertyConfig = z.output<typeof PropertyConfig>;

/** `GET /databases/{id}`: a container of data sources, without columns. */
export const DatabaseAnswer = z.object({
  id: z.string(),
  in_trash: z.boolean().optional(),
  archived: z.boolean().optional(),
  data_sources: z.array(z.object({ id: z.string(), name: z.string().nullish() })),
});

/** `GET /data_sources/{id}`: a table. With limited rights Notion leaves out all but the columns. */
export const DataSourceAnswer = z.object({
  id: z.string(),
  in_trash: z.boolean().optional(),
  archived: z.boolean().optional(),
  title: RichTextName.optional(),
  parent: z.object({ database_id: z.string().optional() }).optional(),
  properties: z.record(z.string(), PropertyConfig),
});
export type DataSourceAnswer = z.output<typeof DataSourceAnswer>;

/** Whether an object is in the trash, in the words of any version. */
export function isTrashed(object: {
  in_trash?: boolean | undefined;
  archived?: boolean | undefined;
}): boolean {
  return object.in_trash ?? object.archived ?? false;
}

/** Names of the options of a choice column; none for other types or a config we do not know. */
export function optionNames(property: PropertyConfig): string[] {
  const config = Options.safeParse(property[property.type]);
  return config.success ? config.data.options.map(({ name }) => name) : [];
}
