import type { RunRecord } from '@passerelle/contracts';
import type { OutcomePayload, RunRecordRow } from '@passerelle/database';
import { fieldOfProblem } from '@passerelle/deals';
import { shownCell } from '@passerelle/sync';

type Values = NonNullable<RunRecord['values']>;

/** What a run did with one record, as it is answered. */
export function runRecordAnswer(row: RunRecordRow): RunRecord {
  const { position, name, reason, deal_id, external_id, field, solved_by } = row;
  const isRefused = row.outcome === 'failed';
  const corrected: Values = row.corrected === null ? {} : JSON.parse(row.corrected);
  return {
    ...{ position, name, reason, deal_id, external_id, field, solved_by },
    outcome: row.outcome as RunRecord['outcome'],
    changes: row.changes === null ? null : JSON.parse(row.changes),
    values: isRefused ? { ...heldValues(row), ...corrected } : null,
    faults: isRefused && reason !== null ? faultsOf(reason, corrected) : [],
    corrected: Object.keys(corrected),
  };
}

/** What the record held when it was refused: where a cell could not be read, its own text. */
function heldValues({ payload }: RunRecordRow): Values {
  const { values = {}, cells = {} }: OutcomePayload = payload === null ? {} : JSON.parse(payload);
  const shown = Object.entries(cells).map(([field, cell]) => [field, shownCell(cell)]);
  return { ...Object.fromEntries(shown), ...values } as Values;
}

/** A reason tells every fault of its record, one sentence after the other; one that was corrected is none any more. */
function faultsOf(reason: string, corrected: Values): RunRecord['faults'] {
  return reason
    .split(/ (?=Champ [a-z_]+ : )/)
    .map((message) => ({ field: fieldOfProblem(message), message }))
    .filter(({ field }) => field === null || !(field in corrected));
}
