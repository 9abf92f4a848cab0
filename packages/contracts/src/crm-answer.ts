import * as z from 'zod';

/** The answer of the CRM's own paths around its `data`. */
export function crmAnswer<Data extends z.ZodType>(data: Data) {
  return z.strictObject({ success: z.literal(true), data, error: z.null() });
}

/** An example of such an answer. */
export function crmExample<const Data>(data: Data) {
  return { success: true as const, data, error: null };
}
