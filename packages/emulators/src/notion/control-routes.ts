import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { CONTROL_PREFIX, parseControl, VendorError } from '../core/index.ts';
import type { Services } from './services.ts';
import type { NotionState } from './state/notion-state.ts';
import { NOTION_CAPABILITIES } from './state/records.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

const Values = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);
const InSource = z.strictObject({ dataSource: z.string() });
const Adding = InSource.extend({ values: Values });
const Patching = Adding.extend({ row: z.string() });
const OneRow = InSource.extend({ row: z.string() });
const OneColumn = InSource.extend({ column: z.string() });
const Renaming = OneColumn.extend({ name: z.string().min(1) });
const Retyping = OneColumn.extend({
  type: z.enum([
    'rich_text',
    'number',
    'select',
    'multi_select',
    'status',
    'date',
    'checkbox',
    'url',
    'email',
    'phone_number',
    'people',
    'files',
  ]),
});
const Sharing = z.strictObject({ id: z.string(), token: z.string().optional() });
const Granting = z.strictObject({
  token: z.string().min(1),
  name: z.string().optional(),
  shared: z.union([z.literal('all'), z.array(z.string())]).optional(),
  capabilities: z.array(z.enum(NOTION_CAPABILITIES)).optional(),
});
const Revoking = z.strictObject({ token: z.string() });
const Subscribing = z.strictObject({
  url: z.url(),
  token: z.string(),
  apiVersion: z.enum(['2022-06-28', '2025-09-03', '2026-03-11']).optional(),
  events: z.array(z.string()).optional(),
});
const Verifying = z.strictObject({ id: z.string(), verificationToken: z.string() });
const Delivering = z.strictObject({ duplicates: z.boolean().optional(), reversed: z.boolean().optional() });
const Behaviour = z.strictObject({
  queryCap: z.int().min(1).optional(),
  cursors: z.enum(['stable', 'live']).optional(),
  isTrashQueryable: z.boolean().optional(),
  refusesUnknownOptions: z.boolean().optional(),
  dropsUnknownColumns: z.boolean().optional(),
  blocksLeft: z.int().min(0).nullable().optional(),
  shortPages: z.array(z.int().min(0)).optional(),
  indexLagMs: z.number().min(0).optional(),
});

/** Changes in the workspace, made from outside the process: what `state` and `behaviour` offer inside it. */
export function registerNotionControl(
  app: FastifyInstance,
  { state, services, webhooks }: { state: NotionState; services: Services; webhooks: Webhooks },
): void {
  const handle = <Input>(schema: z.ZodType<Input>, act: (input: Input) => unknown) => {
    return async (request: { body: unknown }) => {
      try {
        return (await act(parseControl(schema, request.body))) ?? {};
      } catch (error) {
        throw error instanceof RangeError ? new VendorError(404, { error: error.message }) : error;
      }
    };
  };
  app.register(
    async (control) => {
      control.post(
        '/rows/add',
        handle(Adding, ({ dataSource, values }) => ({ id: state.dataSource(dataSource).addRow(values) })),
      );
      control.post(
        '/rows/patch',
        handle(Patching, ({ dataSource, row, values }) => state.dataSource(dataSource).patchRow(row, values)),
      );
      control.post(
        '/rows/trash',
        handle(OneRow, ({ dataSource, row }) => state.dataSource(dataSource).trashRow(row)),
      );
      control.post(
        '/rows/delete',
        handle(OneRow, ({ dataSource, row }) => state.dataSource(dataSource).deleteRows(row)),
      );
      control.post(
        '/properties/rename',
        handle(Renaming, ({ dataSource, column, name }) =>
          state.dataSource(dataSource).renameProperty(column, name),
        ),
      );
      control.post(
        '/properties/remove',
        handle(OneColumn, ({ dataSource, column }) => state.dataSource(dataSource).removeProperty(column)),
      );
      control.post(
        '/properties/retype',
        handle(Retyping, ({ dataSource, column, type }) =>
          state.dataSource(dataSource).retypeProperty(column, type),
        ),
      );
      control.post(
        '/unshare',
        handle(Sharing, ({ id, token }) => state.unshare(id, token)),
      );
      control.post(
        '/share',
        handle(Sharing, ({ id, token }) => state.share(id, token)),
      );
      control.post(
        '/tokens/grant',
        handle(Granting, ({ token, ...grant }) => state.setToken(token, grant)),
      );
      control.post(
        '/tokens/revoke',
        handle(Revoking, ({ token }) => state.revokeToken(token)),
      );
      control.post(
        '/webhooks/subscribe',
        handle(Subscribing, async (seed) => {
          const { id, state: subscriptionState } = await webhooks.subscribe(seed);
          return { id, state: subscriptionState };
        }),
      );
      control.post(
        '/webhooks/verify',
        handle(Verifying, ({ id, verificationToken }) => webhooks.verify(id, verificationToken)),
      );
      control.post(
        '/webhooks/deliver',
        handle(Delivering, (trouble) => webhooks.deliver(trouble)),
      );
      control.post('/cursors/expire', async () => {
        services.expireCursors();
        return {};
      });
      control.post(
        '/behaviour',
        handle(Behaviour, ({ shortPages, indexLagMs, ...rest }) => {
          if (indexLagMs !== undefined) state.setIndexLag(indexLagMs);
          if (shortPages !== undefined) services.behaviour.shortPages.push(...shortPages);
          Object.assign(services.behaviour, withoutUndefined(rest));
          return services.behaviour;
        }),
      );
    },
    { prefix: CONTROL_PREFIX },
  );
}

function withoutUndefined(stated: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}
