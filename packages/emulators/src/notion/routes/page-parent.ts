import { complaint, expectObject, expectUuid, failedUnion } from '../body-checks.ts';
import type { Call } from '../endpoint.ts';
import { invalid } from '../notion-api-error.ts';
import type { PageParent } from '../state/records.ts';
import { onlySource } from './multiple-sources.ts';
import { archivedError } from './trash-flag.ts';

/** Where a page is to live, as `parent` states it; it must exist, be shared and not be in the trash. */
export function readParent(call: Call, value: unknown): PageParent {
  const { access, traits } = call;
  const parent = expectObject(value, 'body.parent');
  const inSource = (source: { id: string; inTrash: boolean }): PageParent => {
    if (source.inTrash) throw archivedError();
    return { type: 'data_source', sourceId: source.id };
  };
  if (parent.data_source_id !== undefined && traits.hasDataSources)
    return inSource(access.source(expectUuid(parent.data_source_id, 'body.parent.data_source_id')));
  if (parent.database_id !== undefined)
    return inSource(
      onlySource(call, access.database(expectUuid(parent.database_id, 'body.parent.database_id'))),
    );
  if (parent.page_id !== undefined) {
    const page = access.page(expectUuid(parent.page_id, 'body.parent.page_id'));
    if (page.inTrash) throw archivedError();
    return { type: 'page', pageId: page.id };
  }
  if (parent.workspace !== undefined)
    throw invalid(
      'Internal integrations are not owned by a single user, so creating workspace-level private pages is not supported.',
    );
  const known = ['page_id', 'database_id', ...(traits.hasDataSources ? ['data_source_id'] : []), 'workspace'];
  throw failedUnion(
    'body',
    known.map((key) => complaint(`body.parent.${key}`, 'defined', undefined)),
  );
}
