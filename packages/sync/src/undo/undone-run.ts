import {
  countDone,
  type Database,
  type DoneRun,
  RemoteTable,
  SyncLog,
  SyncRun,
  type TableScope,
} from '@passerelle/database';
import { SyncError } from '../errors.ts';

/** A run that is to be taken back. */
export interface UndoneRun extends DoneRun {
  readonly provider: string;
  /** The table it worked on. */
  readonly scope: TableScope;
  /** Whether it may have written on the other side. */
  readonly isRemote: boolean;
  /** Records it did something with. */
  readonly done: number;
}

/** The run, when it can be taken back. Throws `SyncError` `not_undoable`, saying why not. */
export async function openUndone(database: Database, runId: number): Promise<UndoneRun> {
  const em = database.em();
  const run = await em.findOneOrFail(SyncRun, { id: runId });
  const log = await em.findOneOrFail(SyncLog, { id: runId });
  const { done, told } = await countDone({ em }, runId);
  const refuse = (why: string) => new SyncError('not_undoable', `L’exécution ${runId} ${why}`, { runId });
  if (run.active_provider) throw refuse('est en cours : arrêtez-la, ou attendez sa fin, puis annulez-la.');
  if (run.undone_by) {
    throw refuse(
      `est déjà annulée, par l’exécution ${run.undone_by}. Pour la rétablir, annulez l’exécution ${run.undone_by}.`,
    );
  }
  if (run.details_removed_at || told < log.records_processed) {
    throw refuse('ne peut plus être annulée : le détail de ce qu’elle a fait a été effacé, trop ancien.');
  }
  const { base_id, table_id, provider } = run;
  const table = base_id && table_id ? await em.findOne(RemoteTable, { provider, base_id, table_id }) : null;
  if (done === 0 || table === null) throw refuse('n’a rien changé : il n’y a rien à annuler.');
  const scope = { id: table.id, provider, baseId: table.base_id, tableId: table.table_id };
  const isRemote = await wroteThere(database, runId);
  return { runId, direction: log.direction, provider, scope, isRemote, done };
}

/** An import writes here only, and so does what takes one back. */
export async function wroteThere(database: Database, runId: number): Promise<boolean> {
  const em = database.em();
  const { direction } = await em.findOneOrFail(SyncLog, { id: runId });
  if (direction !== 'undo') return direction !== 'import';
  const { origin_run_id: origin } = await em.findOneOrFail(SyncRun, { id: runId });
  return origin ? wroteThere(database, origin) : false;
}
