import type { Changer } from './deal-history.ts';
import type { Work } from './work.ts';

/** What a person typed of a deal, and when. */
const KEPT = [
  ...['client', 'statut', 'montant_brut', 'secteur', 'date_echeance', 'assignee', 'notes'],
  'created_at',
];

/**
 * Keeps what deals held, and what they had agreed on with which remote rows, in the transaction that is about to remove
 * them: those of `ids`, or the first of all.
 */
export async function keepDeletedDeals(
  work: Work,
  { origin, runId, at }: Changer,
  which:
    | { readonly ids: readonly number[]; readonly as?: 'deleted' | 'archived' }
    | { readonly first: number },
): Promise<void> {
  const first = `in (select id from deals order by id limit ?)`;
  const among = (column: string) =>
    'ids' in which ? work.sql.isAmong(column, 'integer') : `${column} ${first}`;
  const parameters = ['ids' in which ? JSON.stringify(which.ids) : which.first];
  await work.em.execute(
    `insert into deal_changes (deal_id, at, kind, origin, run_id, changes)
     select d.id, cast(? as text), cast(? as text), cast(? as text), cast(? as integer), ${valuesBefore(work)}
     from deals d where ${among('d.id')}`,
    [at, 'ids' in which ? (which.as ?? 'deleted') : 'deleted', origin, runId, ...parameters],
    'run',
  );
  await work.em.execute(
    `insert into deal_tombstones (external_id, remote_table_id, deal_id, deleted_at, run_id, local_base, remote_base)
     select l.external_id, l.remote_table_id, l.deal_id, cast(? as text), cast(? as integer), l.local_base, l.remote_base
     from deal_links l where ${among('l.deal_id')}
     on conflict (external_id, remote_table_id) do update set deal_id = excluded.deal_id, deleted_at = excluded.deleted_at,
       run_id = excluded.run_id, local_base = excluded.local_base, remote_base = excluded.remote_base`,
    [at, origin === 'undo' ? runId : null, ...parameters],
    'run',
  );
}

function valuesBefore({ sql }: Work): string {
  const object = (pairs: readonly (readonly [name: string, value: string])[]) =>
    `${sql.jsonObject}(${pairs.map(([name, value]) => `'${name}', ${value}`).join(', ')})`;
  const fields = KEPT.map(
    (name) =>
      [
        name,
        object([
          ['before', `d.${name}`],
          ['after', 'null'],
        ]),
      ] as const,
  );
  return `cast(${object(fields)} as text)`;
}
