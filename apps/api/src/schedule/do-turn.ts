import { ContractError, type Provider } from '@passerelle/contracts';
import { claimTurn, keepFailures, type Schedule, type TurnClaim } from '@passerelle/database';
import { type StartedRun, type SyncEngine, SyncError } from '@passerelle/sync';
import type { ConnectionParts } from '../connections.ts';
import { openForRun } from '../services/open-for-run.ts';
import { nextTurn } from './next-turn.ts';
import { endOfQuiet } from './quiet-hours.ts';
import { slowDownMs } from './slow-down.ts';

/** What turns are done with. */
export interface TurnParts extends ConnectionParts {
  readonly engine: SyncEngine;
  readonly now: () => Date;
}

/** Another process does the turn, or the schedule was saved anew: the run is not to begin. */
class TurnTaken extends Error {
  override readonly name = 'TurnTaken';
}

/**
 * Does a turn that has come: begins its run, in the transaction that claims the turn, or says why not. Tells `onBegun`
 * once the run has begun, and resolves when its end is noted.
 */
export async function doTurn(parts: TurnParts, schedule: Schedule, onBegun: () => void): Promise<void> {
  const now = parts.now();
  const nextTurnAt = isoOrNull(nextTurn(schedule, now));
  const open = openFrom(schedule, now);
  if (open > now) {
    await claim(parts, schedule, { nextTurnAt: open.toISOString() });
    return;
  }
  try {
    const run = await begin(parts, schedule, { at: now, nextTurnAt });
    onBegun();
    await keepResult(parts, schedule, run);
  } catch (error) {
    const turn = notBegun(error);
    if (turn === null) return;
    await claim(parts, schedule, { nextTurnAt, turn: { ...turn, at: now.toISOString(), runId: null } });
    if (!isForeseen(error)) throw error;
  }
}

/** A turn missed while the server was down, and found in quiet hours, waits for their end; one just due does not. */
function openFrom({ nextTurnAt, quietHours, timeZone }: Schedule, now: Date): Date {
  const lateMs = now.getTime() - Date.parse(nextTurnAt ?? '');
  return quietHours && lateMs > JUST_DUE_MS ? endOfQuiet(now, quietHours, timeZone) : now;
}

const JUST_DUE_MS = 60_000;

async function begin(
  parts: TurnParts,
  schedule: Schedule,
  { at, nextTurnAt }: { at: Date; nextTurnAt: string | null },
): Promise<StartedRun> {
  const { provider, direction } = schedule;
  const connection = await openForRun(parts, provider as Provider);
  return parts.engine.start({
    provider,
    direction,
    ...connection,
    alongside: async ({ em }, runId) => {
      const turn = { at: at.toISOString(), result: 'run', runId, message: null } as const;
      if (!(await claimTurn(em, schedule, { nextTurnAt, turn }))) throw new TurnTaken();
    },
  });
}

/** A run that failed is counted, and one failure after another slows the turns down; one that was stopped says nothing. */
async function keepResult(parts: TurnParts, schedule: Schedule, run: StartedRun): Promise<void> {
  const failed = await run.result.then(
    () => false,
    (error: unknown) => !(error instanceof SyncError) || FAILURES.has(error.code),
  );
  const failures = failed ? schedule.failures + 1 : 0;
  if (failures === schedule.failures) return;
  const notBefore = isoOrNull(nextTurn(schedule, new Date(parts.now().getTime() + slowDownMs(failures))));
  await keepFailures(parts.database.em(), schedule, { failures, notBefore });
}

const FAILURES: ReadonlySet<string> = new Set(['run_failed', 'mapping_unusable', 'not_resumable']);

/** What is told of a turn without run; `null` when it is another's, or still to be done by the next process. */
function notBegun(error: unknown): Pick<NonNullable<TurnClaim['turn']>, 'result' | 'message'> | null {
  if (error instanceof TurnTaken) return null;
  if (error instanceof SyncError && error.code === 'run_stopped') return null;
  if (error instanceof SyncError && error.code === 'run_active') {
    return { result: 'skipped', message: 'Une autre synchronisation était en cours : ce tour a été sauté.' };
  }
  if (error instanceof ContractError || error instanceof SyncError) {
    return { result: 'refused', message: error.message };
  }
  return { result: 'refused', message: 'Erreur interne : ce tour n’a pas pu commencer.' };
}

const isForeseen = (error: unknown) => error instanceof ContractError || error instanceof SyncError;

function claim({ database }: TurnParts, schedule: Schedule, turn: TurnClaim): Promise<boolean> {
  return claimTurn(database.em(), schedule, turn);
}

const isoOrNull = (instant: Date | null) => instant?.toISOString() ?? null;
