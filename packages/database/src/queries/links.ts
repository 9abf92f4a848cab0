import { type BulkTable, bulkUpsert } from './bulk-upsert.ts';
import type { TableScope, Work } from './work.ts';

/** A link to store: both sides and what each held when they agreed. */
export interface LinkRow {
  readonly externalId: string;
  readonly dealId: number;
  readonly localBase: Readonly<Record<string, unknown>>;
  readonly remoteBase: Readonly<Record<string, unknown>>;
}

const LINKS: BulkTable = {
  name: 'deal_links',
  columns: {
    provider: 'text',
    base_id: 'text',
    table_id: 'text',
    external_id: 'text',
    deal_id: 'integer',
    local_base: 'text',
    remote_base: 'text',
    updated_at: 'text',
  },
  overwriteOn: ['provider', 'base_id', 'table_id', 'external_id'],
};

/** Stores the links, overwriting what was remembered of the same remote rows. */
export async function saveLinks(
  work: Work,
  scope: TableScope,
  { links, now }: { links: readonly LinkRow[]; now: string },
): Promise<void> {
  await bulkUpsert(
    work,
    LINKS,
    links.map((link) => [
      scope.provider,
      scope.baseId,
      scope.tableId,
      link.externalId,
      link.dealId,
      JSON.stringify(link.localBase),
      JSON.stringify(link.remoteBase),
      now,
    ]),
  );
}

/** Which of these remote rows are linked already. */
export async function linkedExternalIds(
  work: Work,
  scope: TableScope,
  externalIds: readonly string[],
): Promise<Set<string>> {
  if (externalIds.length === 0) return new Set();
  const rows = await work.em.execute<{ external_id: string }[]>(
    `select external_id from deal_links where provider = ? and base_id = ? and table_id = ? and external_id in ${work.sql.jsonScalars('text')}`,
    [scope.provider, scope.baseId, scope.tableId, JSON.stringify(externalIds)],
  );
  return new Set(rows.map((row) => row.external_id));
}
