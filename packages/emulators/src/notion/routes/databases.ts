import {
  complaint,
  expectBoolean,
  expectObject,
  expectOnly,
  expectUuid,
  failedUnion,
  isJsonObject,
  type JsonObject,
} from '../body-checks.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { writeProperties } from '../schema/write-properties.ts';
import type { Database } from '../state/records.ts';
import { createDatabase, createSource, trashDatabase } from '../state/source-changes.ts';
import { readTitleText } from '../write/text-values.ts';
import { onlySource } from './multiple-sources.ts';
import { pathId } from './path-id.ts';
import { renderDatabase } from './render-container.ts';
import { archivedError, readTrashFlag, trashKeys } from './trash-flag.ts';

const SETTINGS = ['title', 'description', 'icon', 'cover', 'is_inline', 'is_locked', 'parent'];

/** `/databases`: containers of data sources, which before 2025-09-03 were tables themselves. */
export const databaseEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/databases/:id',
    handle(call) {
      call.access.require('read');
      const database = call.access.database(pathId(call, 'database_id'));
      if (!call.traits.hasDataSources) onlySource(call, database);
      return renderDatabase(call, database);
    },
  },
  { method: 'PATCH', path: '/databases/:id', handle: updateDatabase },
  { method: 'POST', path: '/databases', handle: insertDatabase },
];

function updateDatabase(call: Call): Record<string, unknown> {
  const { access, author, traits, workspace } = call;
  access.require('update');
  const database = access.database(pathId(call, 'database_id'));
  const source = traits.hasDataSources ? null : onlySource(call, database);
  const body = expectObject(call.body ?? {}, 'body');
  expectOnly(body, 'body', [...SETTINGS, ...trashKeys(traits), ...(source === null ? [] : ['properties'])]);
  const inTrash = readTrashFlag(body, traits);
  if (database.inTrash && inTrash !== false) throw archivedError();
  if (inTrash !== undefined) trashDatabase(workspace, database, { inTrash, author });
  if (source !== null && body.properties !== undefined)
    writeProperties(
      { workspace, access, source },
      { value: body.properties, path: 'body.properties', author },
    );
  applySettings(call, database, body);
  return renderDatabase(call, database);
}

function insertDatabase(call: Call): Record<string, unknown> {
  const { access, author, traits, workspace } = call;
  access.require('insert');
  const body = expectObject(call.body, 'body');
  expectOnly(body, 'body', [...SETTINGS, traits.hasDataSources ? 'initial_data_source' : 'properties']);
  checkParent(call, body.parent);
  const stated = traits.hasDataSources ? initialProperties(body) : body.properties;
  const title = body.title === undefined ? '' : readTitleText(body.title, 'body.title', call);
  const database = createDatabase(workspace, { title, author });
  const source = createSource(workspace, { database, name: title, author });
  try {
    const path = traits.hasDataSources ? 'body.initial_data_source.properties' : 'body.properties';
    writeProperties({ workspace, access, source }, { value: stated, path, author });
  } catch (error) {
    workspace.databases.delete(database.id);
    workspace.sources.delete(source.id);
    throw error;
  }
  access.integration.shared.add(database.id);
  applySettings(call, database, body);
  call.onCommitted(database.id);
  return renderDatabase(call, database);
}

function initialProperties(body: JsonObject): unknown {
  if (body.initial_data_source === undefined) return { Name: { title: {} } };
  return expectObject(body.initial_data_source, 'body.initial_data_source').properties;
}

/** New databases live below a page the integration sees, or at the top of the workspace. */
function checkParent(call: Call, value: unknown): void {
  const parent = expectObject(value, 'body.parent');
  if (parent.workspace === true) return;
  if (parent.page_id === undefined)
    throw failedUnion('body', [
      complaint('body.parent.page_id', 'defined', undefined),
      complaint('body.parent.workspace', 'defined', undefined),
    ]);
  call.access.page(expectUuid(parent.page_id, 'body.parent.page_id'));
}

function applySettings(call: Call, database: Database, body: JsonObject): void {
  if (body.title !== undefined) database.title = readTitleText(body.title, 'body.title', call);
  if (body.description !== undefined)
    database.description = readTitleText(body.description, 'body.description', call);
  if (body.is_inline !== undefined) database.isInline = expectBoolean(body.is_inline, 'body.is_inline');
  if (body.is_locked !== undefined) database.isLocked = expectBoolean(body.is_locked, 'body.is_locked');
  if (body.icon === null || isJsonObject(body.icon)) database.icon = body.icon;
  if (body.cover === null || isJsonObject(body.cover)) database.cover = body.cover;
  if (Object.keys(body).length > 0) database.editedMs = call.workspace.now();
}
