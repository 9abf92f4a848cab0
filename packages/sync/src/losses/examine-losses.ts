import { countStaged, type DealRow, type Loss, type LossesOf, lossesAfter } from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { type FieldValues, fieldValuesOf } from '../field-values.ts';
import { lookAt } from '../find-lost-creates.ts';
import { inTransaction, type RunContext } from '../run-context.ts';

/** A loss and why it is a person's to decide on after all; `null`: it may be carried. */
export interface ExaminedLoss {
  readonly loss: Loss;
  readonly hold: string | null;
}

/** Losses looked at together. */
const PAGE = 500;

/** Goes through the losses of a side, page by page, and tells which of them may be carried to the other. */
export async function* examineLosses(
  run: RunContext,
  of: Pick<LossesOf, 'side' | 'standing'>,
): AsyncGenerator<ExaminedLoss[]> {
  const { runId, scope } = run;
  // A table that suddenly shows nothing at all: the vendor is asked for each of its rows by name.
  const isEmpty =
    of.side === 'remote' && (await inTransaction(run, 'plan', (work) => countStaged(work, runId))) === 0;
  for (let after: Loss | null = null; ; ) {
    run.signal.throwIfAborted();
    const page = { ...of, runId, after, limit: PAGE };
    const losses: Loss[] = await inTransaction(run, 'plan', (work) => lossesAfter(work, scope, page));
    after = losses.at(-1) ?? null;
    if (after === null) return;
    const examined: ExaminedLoss[] = [];
    for (const loss of losses) {
      const hold = holdOf(of.side, loss) ?? (isEmpty ? await holdOfListed(run, loss) : null);
      examined.push({ loss, hold });
    }
    yield examined;
  }
}

async function holdOfListed(run: RunContext, { externalId }: Loss): Promise<string | null> {
  return (await lookAt(run, externalId)) === null ? null : STILL_THERE;
}

/** Why a loss is not carried by itself: what the other side still holds was changed since both agreed. */
export function holdOf(side: LossesOf['side'], { agreed, holds }: Loss): string | null {
  if (agreed === null) return null;
  const fields = Object.keys(agreed) as DealField[];
  const now = side === 'remote' ? fieldValuesOf(holds as unknown as DealRow, fields) : (holds as FieldValues);
  const changed = fields.filter((field) => field in now && (now[field] ?? null) !== (agreed[field] ?? null));
  if (changed.length === 0) return null;
  return side === 'remote'
    ? `Supprimé là-bas, mais modifié ici depuis leur dernier accord (${changed.join(', ')}) : à vous de choisir.`
    : `Supprimé ici, mais modifié là-bas depuis leur dernier accord (${changed.join(', ')}) : à vous de choisir.`;
}

const STILL_THERE =
  'La table distante n’a listé aucune ligne, mais le service connaît encore celle-ci : vérifiez les droits du jeton sur la table.';
