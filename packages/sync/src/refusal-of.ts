import type { Refusal } from '@passerelle/database';
import { fieldOfProblem } from '@passerelle/deals';

/** Why a record was refused, for whoever mends it: the field at fault, and the reason without this record's values. */
export function refusalOf(
  reason: string,
  held: Pick<Refusal, 'side' | 'values'> & { cells?: Refusal['cells'] | null },
): Refusal {
  const { side, values, cells } = held;
  return { field: fieldOfProblem(reason), cause: causeOf(reason), side, values, cells: cells ?? {} };
}

/** The first sentence, whatever it quotes: the same for every record refused for the same thing. */
function causeOf(reason: string): string {
  const general = reason.replaceAll(/«[^»]*»/g, '« … »');
  return /^.*?[.!?](?=\s|$)/s.exec(general)?.[0] ?? general;
}
