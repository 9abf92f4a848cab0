import { countStaged, type DealRow, type Loss, type LossesOf, lossesAfter } from '@passerelle/database';
import type { DealField } from '@passerelle/deals';
import { callVendor } from '../call-vendor.ts';
import { type FieldValues, fieldValuesOf } from '../field-values.ts';
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
  // Where rows can be hidden from us, or a table suddenly shows none at all, the vendor is asked for each by name.
  const isAsked =
    of.side === 'remote' &&
    (run.connector.capabilities.hidesRows ||
      (await inTransaction(run, 'plan', (work) => countStaged(work, runId))) === 0);
  for (let after: Loss | null = null; ; ) {
    run.signal.throwIfAborted();
    const page = { ...of, runId, after, limit: PAGE };
    const losses: Loss[] = await inTransaction(run, 'plan', (work) => lossesAfter(work, scope, page));
    after = losses.at(-1) ?? null;
    if (after === null) return;
    const examined: ExaminedLoss[] = [];
    for (const loss of losses) {
      const hold = holdOf(of.side, loss) ?? (isAsked ? await holdOfListed(run, loss) : null);
      examined.push({ loss, hold });
    }
    yield examined;
  }
}

async function holdOfListed(run: RunContext, { externalId }: Loss): Promise<string | null> {
  const { connector, schema, signal } = run;
  const answer = await callVendor(run, 'look', () => connector.whereabouts({ schema, externalId, signal }));
  return HOLDS[answer];
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

const HOLDS = {
  gone: null,
  there:
    'La table distante ne l’a pas listé, mais le service le connaît encore : vérifiez les droits du jeton sur la table.',
  unknown:
    'Le service ne dit pas s’il a été effacé ou s’il ne nous le montre plus : vérifiez qu’il est encore partagé avec la connexion, puis choisissez.',
} as const;
