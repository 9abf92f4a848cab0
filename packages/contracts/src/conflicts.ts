import * as z from 'zod';
import type { Call } from './call.ts';
import { cursor, limit } from './paging.ts';
import { Side } from './plans.ts';
import { PROVIDERS, Provider } from './providers.ts';

const [exampleProvider] = PROVIDERS;

/** Conflicts a page holds unless `limit` says else. */
export const DEFAULT_CONFLICTS = 50;

/** Conflicts that one call settles at most. */
export const MAX_SETTLED = 1000;

export const ListConflictsInput = z
  .strictObject({
    provider: Provider.optional(),
    limit: limit.meta({ description: `Conflits par page, ${DEFAULT_CONFLICTS} par défaut.` }).optional(),
    cursor: cursor.optional(),
  })
  .prefault({});
export type ListConflictsInput = z.infer<typeof ListConflictsInput>;

const fieldValue = z.union([z.string(), z.number(), z.null()]);

/** A field that both sides changed, and that waits for a person. */
export const Conflict = z
  .strictObject({
    id: z.int(),
    provider: z.string(),
    deal_id: z.int(),
    external_id: z.string().meta({ description: 'Identifiant de l’enregistrement distant.' }),
    name: z.string().nullable().meta({ description: 'Le client.' }),
    field: z.string(),
    local: fieldValue.meta({ description: 'La valeur du CRM.' }),
    remote: fieldValue.meta({ description: 'La valeur du service.' }),
    run_id: z.int().meta({ description: 'L’exécution qui l’a vu.' }),
    noticed_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
  })
  .meta({
    id: 'Conflict',
    examples: [
      {
        id: 4,
        provider: exampleProvider,
        deal_id: 42,
        external_id: 'recA1B2C3D4E5F6G7',
        name: 'Atelier Morel',
        field: 'montant_brut',
        local: 9000,
        remote: 7000,
        run_id: 12,
        noticed_at: '2026-11-14T09:30:00.000Z',
      },
    ],
  });
export type Conflict = z.infer<typeof Conflict>;

export const ConflictList = z
  .strictObject({ success: z.literal(true), data: z.array(Conflict) })
  .meta({ id: 'ConflictList' });
export type ConflictList = z.infer<typeof ConflictList>;

export const SettleConflictsInput = z
  .strictObject({
    ids: z.array(z.int().min(1)).min(1).max(MAX_SETTLED),
    keep: Side.meta({
      description: 'Le côté dont la valeur est gardée : `local` (CRM) ou `remote` (service).',
    }),
  })
  .meta({ examples: [{ ids: [4, 5], keep: 'local' }] });
export type SettleConflictsInput = z.infer<typeof SettleConflictsInput>;

export const ConflictsSettled = z
  .strictObject({
    success: z.literal(true),
    settled: z.int().min(0),
    message: z.string(),
  })
  .meta({ id: 'ConflictsSettled', examples: [{ success: true, settled: 2, message: '2 conflits réglés.' }] });
export type ConflictsSettled = z.infer<typeof ConflictsSettled>;

/** What the API must do for `/sync/conflicts`. Every method may throw a `ContractError`. */
export interface ConflictsService {
  list(input: ListConflictsInput, call: Call): Promise<ConflictList>;
  /** The next run that can carries the values kept. */
  settle(input: SettleConflictsInput, call: Call): Promise<ConflictsSettled>;
}
