import type { UnplacedPlanRow } from '../plan-rows.ts';
import { inTransaction } from '../run-context.ts';
import { decidePage } from './decide-page.ts';
import { planRowOfUndo } from './tell-undo.ts';
import type { UndoContext } from './undo-context.ts';

/** What the undo would do with every record, page by page. Writes nothing. */
export async function* planUndo(run: UndoContext): AsyncGenerator<UnplacedPlanRow[]> {
  for (let after = 0; ; ) {
    run.signal.throwIfAborted();
    const page = await inTransaction(run, 'plan', (work) => decidePage(work, run, after));
    const last = page.at(-1);
    if (!last) return;
    yield page.map(({ record, decision }) => planRowOfUndo(record, decision));
    after = last.record.position;
  }
}
