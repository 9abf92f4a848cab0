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
    remote_table_id: 'integer',
    external_id: 'text',
    deal_id: 'integer',
    local_base: 'text',
    remote_base: 'text',
    updated_at: 'text',
  },
  overwriteOn: ['external_id', 'remote_table_id'],
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
    links.map((link) => [scope.id, link.externalId, link.dealId, ...basesOf(link), now]),
  );
}

/** Most links remember twice the same: it is stored once. */
function basesOf({ localBase, remoteBase }: LinkRow): [local: string, remote: string | null] {
  const local = JSON.stringify(localBase);
  const remote = localBase === remoteBase ? local : JSON.stringify(remoteBase);
  return [local, remote === local ? null : remote];
}

/** Both bases of a link as they were stored. */
export function readBases(stored: { local_base: string; remote_base: string | null }) {
  const localBase: Values = JSON.parse(stored.local_base);
  const remoteBase: Values = stored.remote_base === null ? localBase : JSON.parse(stored.remote_base);
  return { localBase, remoteBase };
}
type Values = Readonly<Record<string, unknown>>;

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
    { external_id: string; deal_id: number; local_base: string; remote_base: string | null }[]
  >(
    `select external_id, deal_id, local_base, remote_base from deal_links
     where remote_table_id = ? and ${work.sql.isAmong('external_id', 'text')}`,
    [scope.id, JSON.stringify(externalIds)],
  );
  return new Map(rows.map((row) => [row.external_id, { dealId: row.deal_id, ...readBases(row) }]));
}

/** Forgets what both sides agreed on in one field, for every link of a table: its column is another one now. */
export async function forgetAgreedField({ em, sql }: Work, scope: TableScope, field: string): Promise<void> {
  const [local, remote] = [sql.withoutKey('local_base', field), sql.withoutKey('remote_base', field)];
  await em.execute(
    `update deal_links set local_base = ${local}, remote_base = ${remote} where remote_table_id = ?`,
    [scope.id],
    'run',
  );
}
