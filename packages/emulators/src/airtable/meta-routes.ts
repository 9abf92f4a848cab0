import type { FastifyInstance } from 'fastify';
import { opens, requireLevel, requireScope } from './access.ts';
import { noAccess } from './airtable-error.ts';
import type { AirtableBehaviour } from './behaviour.ts';
import type { AirtableField } from './field.ts';
import { describeField } from './field.ts';
import { type Gate, parameter } from './gate.ts';
import { parseQueryString } from './query-string.ts';
import { createFieldFrom, createTableFrom, renameFieldFrom, renameTableFrom } from './schema-writes.ts';
import type { AirtableState } from './state.ts';
import type { AirtableTable } from './table.ts';

/** Who the token is, which bases it opens, and their columns. */
export function registerMetaRoutes(
  app: FastifyInstance,
  { gate, state, behaviour }: { gate: Gate; state: AirtableState; behaviour: AirtableBehaviour },
): void {
  app.get('/meta/whoami', async (request) => {
    const { user, scopes } = gate.actor(request);
    return {
      id: user.id,
      ...(behaviour.tellsScopes && { scopes }),
      ...(scopes.includes('user.email:read') && { email: user.email }),
    };
  });
  app.get('/meta/bases', async (request) => {
    const actor = gate.actor(request);
    requireScope(actor, 'schema.bases:read');
    const bases = state.bases.filter((base) => opens(actor, base.id));
    return { bases: bases.map(({ id, name }) => ({ id, name, permissionLevel: actor.permissionLevel })) };
  });
  app.get('/meta/bases/:baseId/tables', async (request) => {
    const base = gate.base(request, 'schema.bases:read');
    const include = [parseQueryString(request.url).include].flat();
    return {
      tables: base.tables.map((table) =>
        table.describe({ visibleFieldIds: include.includes('visibleFieldIds') }),
      ),
    };
  });
  app.post('/meta/bases/:baseId/tables', async (request) => {
    const base = gate.base(request, 'schema.bases:write');
    requireLevel(gate.actor(request), 'create');
    return createTableFrom(base, request.body).describe({ visibleFieldIds: false });
  });
  app.patch('/meta/bases/:baseId/tables/:table', async (request) => {
    const { base, table, actor } = gate.table(request, 'schema.bases:write');
    requireLevel(actor, 'create');
    renameTableFrom(base, table, request.body);
    return table.describe({ visibleFieldIds: false });
  });
  app.post('/meta/bases/:baseId/tables/:table/fields', async (request) => {
    const { base, table, actor } = gate.table(request, 'schema.bases:write');
    requireLevel(actor, 'create');
    const field = createFieldFrom(table, request.body);
    base.announce({ table, author: { user: actor.user, source: 'publicApi' }, createdFields: [field] });
    return describeField(field);
  });
  app.patch('/meta/bases/:baseId/tables/:table/fields/:field', async (request) => {
    const { base, table, actor } = gate.table(request, 'schema.bases:write');
    requireLevel(actor, 'create');
    const field = fieldAt(table, parameter(request, 'field') ?? '');
    const previousName = field.name;
    renameFieldFrom(table, field, request.body);
    base.announce({
      table,
      author: { user: actor.user, source: 'publicApi' },
      changedFields: [{ field, previousName }],
    });
    return describeField(field);
  });
}

function fieldAt(table: AirtableTable, nameOrId: string): AirtableField {
  const field = table.field(nameOrId);
  if (field === undefined) throw noAccess();
  return field;
}
