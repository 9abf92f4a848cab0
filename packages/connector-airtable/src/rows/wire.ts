import * as z from 'zod';

/** A record with its cells by field id. Empty cells are left out. */
export const RecordAnswer = z.object({
  id: z.string(),
  createdTime: z.string(),
  fields: z.record(z.string(), z.unknown()),
});
export type RecordAnswer = z.output<typeof RecordAnswer>;

/** The answer to creating or updating. */
export const RecordsAnswer = z.object({ records: z.array(RecordAnswer) });

/** One page of a listing; the last has no `offset`. */
export const ListAnswer = z.object({ records: z.array(RecordAnswer), offset: z.string().optional() });
export type ListAnswer = z.output<typeof ListAnswer>;
