import { expectObject, expectOnly, expectUuid, isJsonObject } from '../body-checks.ts';
import type { Call, Endpoint } from '../endpoint.ts';
import { writeProperties } from '../schema/write-properties.ts';
import { createSource, trashSource } from '../state/source-changes.ts';
import { readTitleText } from '../write/text-values.ts';
import { pathId } from './path-id.ts';
import { renderSource } from './render-container.ts';
import { archivedError, readTrashFlag, trashKeys } from './trash-flag.ts';

/** `/data_sources`: tables, since 2025-09-03. */
export const dataSourceEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/data_sources/:id',
    versions: 'data-sources',
    handle(call) {
      call.access.require('read');
      return renderSource(call, call.access.source(pathId(call, 'data_source_id')));
    },
  },
  { method: 'PATCH', path: '/data_sources/:id', versions: 'data-sources', handle: updateSource },
  { method: 'POST', path: '/data_sources', versions: 'data-sources', handle: insertSource },
  {
    method: 'GET',
    path: '/data_sources/:id/templates',
    versions: 'data-sources',
    query: ['name', 'start_cursor', 'page_size'],
    handle(call) {
      call.access.require('read');
      call.access.source(pathId(call, 'data_source_id'));
      return { templates: [], has_more: false, next_cursor: null };
    },
  },
];

function updateSource(call: Call): Record<string, unknown> {
  const { access, author, traits, workspace } = call;
  access.require('update');
  const source = access.source(pathId(call, 'data_source_id'));
  const body = expectObject(call.body ?? {}, 'body');
  expectOnly(body, 'body', ['title', 'icon', 'properties', 'parent', ...trashKeys(traits)]);
  const inTrash = readTrashFlag(body, traits);
  if (source.inTrash && inTrash !== false) throw archivedError();
  if (inTrash !== undefined) trashSource(workspace, source, { inTrash, author });
  if (body.properties !== undefined)
    writeProperties(
      { workspace, access, source },
      { value: body.properties, path: 'body.properties', author },
    );
  if (body.title !== undefined) source.name = readTitleText(body.title, 'body.title', call);
  if (body.icon === null || isJsonObject(body.icon)) source.icon = body.icon;
  if (Object.keys(body).length > 0) source.editedMs = workspace.now();
  return renderSource(call, source);
}

function insertSource(call: Call): Record<string, unknown> {
  const { access, author, workspace } = call;
  access.require('insert');
  const body = expectObject(call.body, 'body');
  expectOnly(body, 'body', ['parent', 'properties', 'title', 'icon']);
  const parent = expectObject(body.parent, 'body.parent');
  const database = access.database(expectUuid(parent.database_id, 'body.parent.database_id'));
  const name = body.title === undefined ? '' : readTitleText(body.title, 'body.title', call);
  const source = createSource(workspace, { database, name, author });
  try {
    writeProperties(
      { workspace, access, source },
      { value: body.properties, path: 'body.properties', author },
    );
  } catch (error) {
    workspace.sources.delete(source.id);
    database.sourceIds.splice(database.sourceIds.indexOf(source.id), 1);
    throw error;
  }
  call.onCommitted(source.id);
  return renderSource(call, source);
}
