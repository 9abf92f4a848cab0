import * as z from 'zod';
import { invalidRequest } from '../airtable-error.ts';

const Ids = z.array(z.string());

const Specification = z.strictObject({
  options: z.strictObject({
    filters: z.strictObject({
      dataTypes: z.array(z.enum(['tableData', 'tableFields', 'tableMetadata'])).min(1),
      recordChangeScope: z.string().optional(),
      changeTypes: z.array(z.enum(['add', 'remove', 'update'])).optional(),
      fromSources: Ids.optional(),
      sourceOptions: z.record(z.string(), z.unknown()).optional(),
      watchDataInFieldIds: Ids.optional(),
      watchSchemasOfFieldIds: Ids.optional(),
    }),
    includes: z
      .strictObject({
        includeCellValuesInFieldIds: z.union([z.literal('all'), Ids]).optional(),
        includePreviousCellValues: z.boolean().optional(),
        includePreviousFieldDefinitions: z.boolean().optional(),
      })
      .optional(),
  }),
});

const Creation = z.strictObject({
  notificationUrl: z.url({ protocol: /^https?$/ }).nullish(),
  specification: Specification,
});

/** What a webhook reports. */
export type WebhookSpecification = z.infer<typeof Specification>;

/** Reads the body of `POST /bases/{base}/webhooks`. */
export function readWebhookCreation(body: unknown): {
  notificationUrl: string | null;
  specification: WebhookSpecification;
} {
  const parsed = Creation.safeParse(body);
  if (!parsed.success) throw invalidRequest();
  return { ...parsed.data, notificationUrl: parsed.data.notificationUrl ?? null };
}
