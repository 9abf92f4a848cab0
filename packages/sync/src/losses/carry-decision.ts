import {
  archiveDeals,
  type Changer,
  type DeletionRow,
  forgetTombstones,
  lockDeals,
  rowsLinked,
  setDeletions,
  unlinkRows,
  type Work,
} from '@passerelle/database';
import type { DecidedDeletions, RefusedDeletion } from './decide-deletions.ts';
import { restoreDeals } from './restore-deals.ts';

/** What a person can decide of a record that one side lost. */
export type Decision = 'archive' | 'keep' | 'restore';

/** The states in which a decision has been taken, and those from which it can be. */
const STATES: Readonly<
  Record<Decision, { readonly taken: readonly string[]; readonly from: readonly string[] }>
> = {
  archive: { taken: ['approved', 'sending', 'archived'], from: ['pending', 'left', 'kept'] },
  keep: { taken: ['kept'], from: ['pending', 'left', 'approved'] },
  restore: { taken: ['restored'], from: ['pending', 'left', 'kept', 'approved', 'archived'] },
};

/** Why a deletion in a state cannot be decided on so. */
const REFUSALS: Readonly<Record<string, string>> = {
  pending: 'attend encore une décision : relisez la liste.',
  approved: 'est déjà approuvé : il sera archivé par le prochain export ou la prochaine synchronisation.',
  sending: 'est en cours d’archivage : attendez la fin de la synchronisation.',
  archived: 'est déjà archivé : ramenez-le si c’était une erreur.',
  kept: 'est déjà gardé.',
  left: 'a été laissé tel quel : relisez la liste.',
  returned: 'est revenu de lui-même : il n’y a plus rien à décider.',
  restored: 'a déjà été ramené.',
};

const CAME_BACK = 'est de nouveau relié : il n’y a plus rien à décider.';
const CHANGED = 'a changé dans le CRM depuis qu’il est listé : relisez-le, puis décidez de nouveau.';
const NOTHING_LEFT = 'a été effacé par une version qui ne gardait rien de lui : il ne peut pas être ramené.';

/** Carries one decision out for deletions that were just read, in the transaction that read them. */
export async function carryDecision(
  work: Work,
  rows: readonly DeletionRow[],
  { decision, state, now }: { decision: Decision; state: string; now: string },
): Promise<DecidedDeletions> {
  const { taken, from } = STATES[decision];
  const before = rows.filter((row) => taken.includes(row.state));
  const others = rows.filter((row) => !taken.includes(row.state));
  const open = others.filter((row) => row.state === state && from.includes(row.state));
  const refused = others
    .filter((row) => !open.includes(row))
    .map((row) => refusal(row, REFUSALS[row.state] ?? ''));
  const by: Changer = { origin: 'form', runId: null, at: now };
  const act = { archive, keep, restore }[decision];
  const found = { done: 0, toCome: 0, refused };
  for (const side of ['remote', 'local'] as const) {
    const those = open.filter((row) => row.side === side);
    if (those.length === 0) continue;
    const result = await act[side](work, those, by);
    found.done += result.done;
    found.toCome += result.toCome;
    found.refused.push(...result.refused);
  }
  return { ...found, before: before.length };
}

type Found = Omit<DecidedDeletions, 'before'>;
type Act = (work: Work, rows: readonly DeletionRow[], by: Changer) => Promise<Found>;

const archive: Record<'local' | 'remote', Act> = {
  /** The deal leaves the CRM, unless it was edited since it was listed, or both sides lost it meanwhile. */
  remote: async (work, rows, by) => {
    const deals = await lockDeals(
      work,
      rows.map(({ deal_id }) => deal_id),
    );
    const gone = rows.filter(({ deal_id }) => !deals.has(deal_id));
    const { open, returned } = await stillLinked(
      work,
      rows.filter((row) => !gone.includes(row)),
    );
    const changed = open.filter((row) => deals.get(row.deal_id)?.updated_at !== row.survivor);
    const leaving = open.filter((row) => !changed.includes(row));
    await archiveDeals(
      work,
      leaving.map(({ deal_id }) => deal_id),
      by,
    );
    await setDeletions(work, idsOf([...leaving, ...gone]), {
      state: 'archived',
      reason: null,
      decided_at: by.at,
    });
    await setDeletions(work, idsOf(returned), { state: 'returned', reason: null });
    for (const { id, deal_id } of changed) {
      await setDeletions(work, [id], { survivor: deals.get(deal_id)?.updated_at ?? '' });
    }
    const refused = [
      ...changed.map((row) => refusal(row, CHANGED)),
      ...returned.map((row) => refusal(row, CAME_BACK)),
    ];
    return { done: leaving.length + gone.length, toCome: 0, refused };
  },
  /** The row leaves its table when a run next writes there, unless it was edited by then. */
  local: async (work, rows, by) => {
    const linked = await linkedAgain(work, rows);
    const open = rows.filter((row) => !linked.includes(row));
    await setDeletions(work, idsOf(open), { state: 'approved', reason: null, decided_at: by.at });
    await setDeletions(work, idsOf(linked), { state: 'returned', reason: null });
    return { done: 0, toCome: open.length, refused: linked.map((row) => refusal(row, CAME_BACK)) };
  },
};

const keepAll: Act = async (work, rows, by) => {
  await setDeletions(work, idsOf(rows), { state: 'kept', reason: null, decided_at: by.at });
  return { done: rows.length, toCome: 0, refused: [] };
};
const keep: Record<'local' | 'remote', Act> = { remote: keepAll, local: keepAll };

const restore: Record<'local' | 'remote', Act> = {
  /** The deal is there, or comes back, and without its row: the next export makes another. */
  remote: async (work, rows, by) => {
    const archived = rows.filter(({ state }) => state === 'archived');
    const { restored, refused } = await bringBack(work, archived, by);
    const there = rows.filter(({ state }) => state !== 'archived');
    for (const [tableId, those] of Map.groupBy(there, ({ remote_table_id }) => remote_table_id)) {
      await unlinkRows(
        work,
        tableId,
        those.map(({ external_id }) => external_id),
      );
    }
    await setDeletions(work, idsOf(there), { state: 'restored', reason: null, decided_at: by.at });
    return { done: restored.length, toCome: there.length, refused };
  },
  /** The deal comes back under its id; where nothing tells what it was, the next import makes it anew. */
  local: async (work, rows, by) => {
    const { restored, refused } = await bringBack(work, rows, by);
    const unknown = rows.filter((row) => !restored.includes(row) && row.state !== 'archived');
    for (const [tableId, those] of Map.groupBy(unknown, ({ remote_table_id }) => remote_table_id)) {
      await forgetTombstones(
        work,
        tableId,
        those.map(({ external_id }) => external_id),
      );
    }
    await setDeletions(work, idsOf(unknown), { state: 'restored', reason: null, decided_at: by.at });
    const isUnknown = new Set(idsOf(unknown));
    return {
      done: restored.length,
      toCome: unknown.length,
      refused: refused.filter(({ id }) => !isUnknown.has(id)),
    };
  },
};

async function bringBack(work: Work, rows: readonly DeletionRow[], by: Changer) {
  const back = new Set(
    await restoreDeals(
      work,
      rows.map(({ deal_id }) => deal_id),
      by,
    ),
  );
  const restored = rows.filter(({ deal_id }) => back.has(deal_id));
  await setDeletions(work, idsOf(restored), { state: 'restored', reason: null, decided_at: by.at });
  const refused = rows.filter((row) => !restored.includes(row)).map((row) => refusal(row, NOTHING_LEFT));
  return { restored, refused };
}

/** Of rows that the vendor lost: those their deals are still linked to. */
async function stillLinked(work: Work, rows: readonly DeletionRow[]) {
  const linked = await rowsLinked(work, rows);
  return {
    open: rows.filter(({ id }) => linked.has(id)),
    returned: rows.filter(({ id }) => !linked.has(id)),
  };
}

/** Of rows whose deals were deleted: those that a deal is linked to again. */
async function linkedAgain(work: Work, rows: readonly DeletionRow[]): Promise<DeletionRow[]> {
  const linked = await rowsLinked(work, rows);
  return rows.filter(({ id }) => linked.has(id));
}

const idsOf = (rows: readonly DeletionRow[]) => rows.map(({ id }) => id);

function refusal({ id, client, external_id }: DeletionRow, reason: string): RefusedDeletion {
  return { id, reason: `« ${client ?? external_id} » ${reason}` };
}
