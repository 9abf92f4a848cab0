import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { CONTROL_PREFIX, parseControl, VendorError } from '../core/index.ts';
import type { AirtableState } from './state.ts';

const TableName = z.object({ table: z.string(), base: z.string().optional() });
const Adding = TableName.extend({ fields: z.record(z.string(), z.unknown()) }).strict();
const Patching = Adding.extend({ record: z.string() }).strict();
const Deleting = TableName.extend({ record: z.string() }).strict();
const FieldName = TableName.extend({ field: z.string() }).strict();
const Renaming = FieldName.extend({ name: z.string().min(1) }).strict();

/** Changes on the vendor's side, made from outside the process: what `state` offers inside it. */
export function registerAirtableControl(app: FastifyInstance, state: AirtableState): void {
  const handle = <T extends z.infer<typeof TableName>>(
    schema: z.ZodType<T>,
    act: (input: T, table: ReturnType<AirtableState['table']>) => unknown,
  ) => {
    return async (request: { body: unknown }) => {
      const input = parseControl(schema, request.body);
      try {
        return act(input, state.table(input.table, input.base)) ?? {};
      } catch (error) {
        throw error instanceof RangeError ? new VendorError(404, { error: error.message }) : error;
      }
    };
  };
  app.register(
    async (control) => {
      control.post('/iterators/forget', async () => {
        state.forgetIterators();
        return {};
      });
      control.post(
        '/records/add',
        handle(Adding, ({ fields }, table) => ({ id: table.addRecord(fields) })),
      );
      control.post(
        '/records/patch',
        handle(Patching, ({ record, fields }, table) => table.patchRecord(record, fields)),
      );
      control.post(
        '/records/delete',
        handle(Deleting, ({ record }, table) => table.deleteRecord(record)),
      );
      control.post(
        '/fields/rename',
        handle(Renaming, ({ field, name }, table) => table.renameField(field, name)),
      );
      control.post(
        '/fields/delete',
        handle(FieldName, ({ field }, table) => table.deleteField(field)),
      );
    },
    { prefix: CONTROL_PREFIX },
  );
}
