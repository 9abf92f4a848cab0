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
  overwriteOn: ['external_id', 'table_id', 'base_id', 'provider'],
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

/** What a link remembers of its remote row. */
export interface StoredLink {
  readonly dealId: number;
  readonly localBase: Readonly<Record<string, unknown>>;
  readonly remoteBase: Readonly<Record<string, unknown>>;
}

/** The links of these remote rows, by external id. */
export async function linksByExternalId(
  work: Work,
  scope: TableScope,
  externalIds: readonly string[],
): Promise<Map<string, StoredLink>> {
  if (externalIds.length === 0) return new Map();
  const rows = await work.em.execute<
    { external_id: string; deal_id: number; local_base: string; remote_base: string }[]
  >(
    `select external_id, deal_id, local_base, remote_base from deal_links
     where provider = ? and base_id = ? and table_id = ? and ${work.sql.isAmong('external_id', 'text')}`,
    [scope.provider, scope.baseId, scope.tableId, JSON.stringify(externalIds)],
  );
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        dealId: row.deal_id,
        localBase: JSON.parse(row.local_base),
        remoteBase: JSON.parse(row.remote_base),
      },
    ]),
  );
}
