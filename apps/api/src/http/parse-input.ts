import { ContractError, describeIssues } from '@passerelle/contracts';
import type * as z from 'zod';

/** Checks an input as a procedure would, for answers that no procedure can give. Throws `ContractError` `bad_input`. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const { sentence, faults } = describeIssues(result.error.issues, input);
  throw new ContractError('bad_input', sentence, { faults });
}
