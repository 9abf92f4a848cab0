import {
  type OutcomeRow,
  replaceConflicts,
  type StagedRow,
  saveDealChanges,
  saveDealOrigins,
  type Work,
} from '@passerelle/database';
import type { FieldConflict } from './decide-record.ts';
import type { RunContext } from './run-context.ts';

/** What became of a remote row. */
export interface SettledRow {
  readonly row: StagedRow;
  readonly outcome: OutcomeRow;
  readonly conflicts: readonly FieldConflict[];
}

/** Notes in the history of deals what a run did to them, and lists what waits for a person, in the same transaction. */
export async function keepHistory(
  work: Work,
  run: Pick<RunContext, 'runId' | 'scope' | 'direction'>,
  { settled, now }: { settled: readonly SettledRow[]; now: string },
): Promise<void> {
  const origin = run.direction === 'sync' ? 'sync' : 'import';
  const changer = { origin, runId: run.runId, at: now } as const;
  const of = (wanted: OutcomeRow['outcome']) =>
    settled.flatMap(({ outcome: { outcome, dealId, changes } }) =>
      outcome === wanted && dealId !== null
        ? [{ dealId, kind: 'updated' as const, changes: changes ?? {} }]
        : [],
    );
  await saveDealOrigins(
    work,
    changer,
    of('created').map(({ dealId }) => dealId),
  );
  const updated = of('updated').filter(({ changes }) => Object.keys(changes).length > 0);
  await saveDealChanges(work, changer, updated);
  const merged = settled.map(({ outcome, conflicts }) => ({ ...outcome, conflicts }));
  await listConflicts(work, run, { records: merged, now });
}

/** Lists the fields of these records that wait for a person, in place of what was listed of them before. */
export async function listConflicts(
  work: Work,
  run: Pick<RunContext, 'runId' | 'scope'>,
  found: {
    records: readonly (Pick<OutcomeRow, 'dealId' | 'externalId'> & {
      conflicts: readonly FieldConflict[];
    })[];
    now: string;
  },
): Promise<void> {
  const known = found.records.flatMap(({ dealId, externalId, conflicts }) =>
    dealId === null || externalId === null ? [] : [{ dealId, externalId, conflicts }],
  );
  await replaceConflicts(work, run.scope, {
    dealIds: known.map(({ dealId }) => dealId),
    conflicts: known.flatMap(({ dealId, externalId, conflicts }) =>
      conflicts
        .filter(({ kept }) => kept === null)
        .map(({ field, local, remote }) => ({ dealId, externalId, field, local, remote })),
    ),
    runId: run.runId,
    now: found.now,
  });
}
