import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { CONTROL_PREFIX, parseControl, VendorError } from '../core/index.ts';
import { ALL_SCOPES } from './access.ts';
import { type AirtableBehaviour, BehaviourChange, changeBehaviour } from './behaviour.ts';
import { FIELD_TYPES } from './field-types.ts';
import type { AirtableState } from './state.ts';
import type { WebhookRegistry } from './webhooks/webhook-registry.ts';

const TableName = z.object({ table: z.string(), base: z.string().optional() });
const Adding = TableName.extend({ fields: z.record(z.string(), z.unknown()) }).strict();
const Patching = Adding.extend({ record: z.string() }).strict();
const Deleting = TableName.extend({ record: z.string() }).strict();
const FieldName = TableName.extend({ field: z.string() }).strict();
const Renaming = FieldName.extend({ name: z.string().min(1) }).strict();
const Options = z.record(z.string(), z.unknown()).optional();
const Retyping = FieldName.extend({ type: z.enum(FIELD_TYPES), options: Options }).strict();
const Pings = z.strictObject({
  copies: z.int().min(1).optional(),
  mergeWindowMs: z.number().min(0).optional(),
});
const Pinging = z.strictObject({ webhook: z.string() });
const Granting = z.strictObject({
  token: z.string().min(1),
  bases: z.union([z.literal('all'), z.array(z.string())]).default('all'),
  scopes: z.array(z.enum(ALL_SCOPES)).optional(),
  permissionLevel: z.enum(['read', 'edit', 'create']).optional(),
});
const Revoking = z.strictObject({ token: z.string() });

/** Changes on the vendor's side, made from outside the process: what `state` offers inside it. */
export function registerAirtableControl(
  app: FastifyInstance,
  {
    state,
    behaviour,
    webhooks,
  }: { state: AirtableState; behaviour: AirtableBehaviour; webhooks: WebhookRegistry },
): void {
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
      control.post(
        '/fields/retype',
        handle(Retyping, ({ field, type, options }, table) => table.retypeField(field, type, options)),
      );
      control.post('/behaviour', async (request) =>
        changeBehaviour(behaviour, parseControl(BehaviourChange, request.body)),
      );
      control.post('/webhooks/behaviour', async (request) => {
        const { copies, mergeWindowMs } = parseControl(Pings, request.body);
        webhooks.pings.copies = copies ?? webhooks.pings.copies;
        webhooks.pings.mergeWindowMs = mergeWindowMs ?? webhooks.pings.mergeWindowMs;
        return webhooks.pings;
      });
      control.post('/webhooks/ping', async (request) => {
        webhooks.ping(parseControl(Pinging, request.body).webhook);
        return {};
      });
      control.post('/tokens/grant', async (request) => {
        const { token, ...grant } = parseControl(Granting, request.body);
        state.setToken(token, grant);
        return {};
      });
      control.post('/tokens/revoke', async (request) => {
        state.revokeToken(parseControl(Revoking, request.body).token);
        return {};
      });
    },
    { prefix: CONTROL_PREFIX },
  );
}
