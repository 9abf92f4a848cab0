import { countDeletions, countLinks, countLosses, type LostSide, type Work } from '@passerelle/database';
import type { RunContext } from '../run-context.ts';

/**
 * What a run does with the records that a side lost: `carry`, the other side loses them too; `list`, a person decides;
 * `leave`, they are listed as left alone; `none`, nothing is said of them.
 */
type LossTreatment = 'carry' | 'list' | 'leave' | 'none';

/** What a run does with the losses of both sides. */
export interface LossPlan extends Readonly<Record<LostSide, LossTreatment>> {
  /** Whether a record that was not listed is gone. */
  readonly isWhole: boolean;
  /** Why losses that the policy would carry wait for a person: a French sentence; `null` when none does. */
  readonly withheld: string | null;
}

/** So few losses are carried whatever share of the records they are. */
const FEW = 5;

/**
 * Decides what becomes of the records that a listing shows to be lost. An import carries the vendor's losses into the
 * CRM, an export the CRM's to the vendor, a two-way run both; never more at once than the policy allows, never from a
 * listing of changes, and never for good. Writes nothing.
 */
export async function planLosses(run: RunContext, isWhole: boolean): Promise<LossPlan> {
  const { direction, policies } = run;
  const told = direction === 'export' ? 'none' : 'leave';
  if (!isWhole || policies.deletion === 'ignore') {
    return { isWhole, remote: 'none', local: told, withheld: null };
  }
  const sides = sidesOf(run);
  if (policies.deletion === 'flag') {
    const remote = direction === 'export' ? 'none' : 'list';
    return { isWhole, remote, local: direction === 'import' ? 'leave' : 'list', withheld: null };
  }
  const found = await countAll(run, sides);
  const isMuch = found.lost > FEW && found.lost * 100 > policies.deletionThreshold * found.linked;
  const treatment = isMuch ? 'list' : 'carry';
  // Where a count has found nothing, nothing is looked for again.
  const of = (side: LostSide) => (found.open[side] > 0 ? treatment : 'none');
  const remote = direction === 'export' ? 'none' : of('remote');
  const local = direction === 'import' ? 'leave' : sides.includes('local') ? of('local') : 'list';
  return {
    isWhole,
    remote,
    local,
    withheld: isMuch && found.open.remote + found.open.local > 0 ? withheld(run, found) : null,
  };
}

/** The sides whose losses the run may carry to the other. A row that its vendor cannot give back is a person's to give up. */
function sidesOf({ direction, connector }: RunContext): LostSide[] {
  const local: LostSide[] = connector.capabilities.restoresArchived ? ['local'] : [];
  if (direction === 'import') return ['remote'];
  return direction === 'export' ? local : ['remote', ...local];
}

interface Found {
  readonly remote: number;
  readonly local: number;
  readonly lost: number;
  readonly linked: number;
  /** Those that were not listed before. */
  readonly open: Readonly<Record<LostSide, number>>;
}

async function countAll({ database, scope, runId }: RunContext, sides: readonly LostSide[]): Promise<Found> {
  const work: Work = { em: database.em(), sql: database.sql };
  const counts = { remote: 0, local: 0 };
  const open = { remote: 0, local: 0 };
  for (const side of sides) {
    open[side] = await countLosses(work, scope, { runId, side, standing: 'open' });
    counts[side] = open[side] + (await countDeletions(work, scope, { side, state: 'pending' }));
  }
  const linked = (await countLinks(work, scope)) + counts.local;
  return { ...counts, lost: counts.remote + counts.local, linked, open };
}

function withheld({ policies }: RunContext, { remote, local, lost, linked }: Found): string {
  const percent = Math.round((lost * 100) / linked);
  const parts = [
    ...(remote > 0 ? [`${remote} n’apparaissent plus dans la table distante`] : []),
    ...(local > 0 ? [`${local} n’ont plus leur deal dans le CRM`] : []),
  ];
  return `${lost} des ${linked} enregistrements reliés (${percent} %) ont disparu : ${parts.join(', ')}. C’est plus que les ${policies.deletionThreshold} % permis : rien n’a été archivé. Une suppression en masse ou un changement de droits en est sans doute la cause ; choisissez, dans les suppressions, de les archiver, de les garder ou de les ramener.`;
}
