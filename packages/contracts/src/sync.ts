import * as z from 'zod';
import type { Call } from './call.ts';
import { cursor, limit } from './paging.ts';
import type { PlanAnswer, PreviewInput } from './plans.ts';
import { PROVIDERS, Provider } from './providers.ts';
import type { RunAnswer, StartRunInput } from './runs.ts';

const [exampleProvider] = PROVIDERS;

/** Which way deals go: from the provider into the CRM, from the CRM to the provider, or both. */
export const Direction = z.enum(['import', 'export', 'sync']);
export type Direction = z.infer<typeof Direction>;

/** Which way a run went, or that it took an earlier one back. */
export const RunDirection = z.enum([...Direction.options, 'undo']).meta({
  description: '`undo` : annule une exécution précédente, celle de `origin_run_id`.',
});

/** What the specification answers when there is nothing to send. */
export const NOTHING_TO_EXPORT_MESSAGE = 'Aucun deal à exporter';

/** Sentences a run's answer lists at most; the run's records hold them all. */
export const MAX_RUN_ERRORS = 100;

/** Logs a page holds unless `limit` says else. */
export const DEFAULT_LOGS = 50;

/** Whether the whole remote table is read. */
export const readsWhole = z.boolean().optional().meta({
  description:
    'Vrai : toute la table est relue. Sinon, seulement ce qui a changé depuis le dernier import quand le service sait le dire ; le résultat est le même.',
});

export const RunImportInput = z.strictObject({ provider: Provider, full: readsWhole });
export type RunImportInput = z.infer<typeof RunImportInput>;

export const RunSyncInput = z.strictObject({ provider: Provider });
export type RunSyncInput = z.infer<typeof RunSyncInput>;

const count = z.int().min(0);

/** The counts of a run. processed = created + updated + unchanged + failed. */
export const RunReport = z
  .strictObject({
    success: z.literal(true),
    status: z.enum(['success', 'partial', 'error']).meta({
      description:
        '`partial` : des enregistrements ont été refusés, ou trop de suppressions attendent votre accord ; `error` : tous l’ont été. Les données, pas l’exécution.',
    }),
    run_id: z.int().meta({ description: 'Identifiant de l’exécution, celui de sa ligne de l’historique.' }),
    records_processed: count,
    records_created: count,
    records_updated: count.meta({
      description: 'Enregistrements changés ; un égal compte dans `unchanged`.',
    }),
    records_unchanged: count,
    records_failed: count,
    errors: z
      .array(z.string())
      .max(MAX_RUN_ERRORS)
      .meta({ description: 'Une phrase par enregistrement refusé, les 100 premières.' }),
    unknown_statuses: z
      .array(z.string())
      .meta({ description: 'Enregistrements dont le statut inconnu a été lu comme prospect.' }),
    message: z.string().optional(),
  })
  .meta({
    id: 'RunReport',
    examples: [
      {
        success: true,
        status: 'partial',
        run_id: 12,
        records_processed: 250,
        records_created: 241,
        records_updated: 0,
        records_unchanged: 0,
        records_failed: 9,
        errors: ['« Atelier Morel » : montant_brut manque. Indiquez-le.'],
        unknown_statuses: [],
      },
    ],
  });
export type RunReport = z.infer<typeof RunReport>;

export const ListLogsInput = z
  .strictObject({
    provider: Provider.optional(),
    limit: limit.meta({ description: `Lignes par page, ${DEFAULT_LOGS} par défaut.` }).optional(),
    cursor: cursor.optional(),
  })
  .prefault({});
export type ListLogsInput = z.infer<typeof ListLogsInput>;

/** One run, as the history keeps it. */
export const SyncLog = z
  .strictObject({
    id: z.int(),
    provider: z.string(),
    direction: RunDirection,
    status: z.enum(['running', 'success', 'partial', 'error']),
    records_processed: count,
    records_created: count,
    records_updated: count,
    error_message: z.string().nullable(),
    started_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
    completed_at: z.string().nullable(),
  })
  .meta({
    id: 'SyncLog',
    examples: [
      {
        id: 12,
        provider: exampleProvider,
        direction: 'import',
        status: 'success',
        records_processed: 250,
        records_created: 250,
        records_updated: 0,
        error_message: null,
        started_at: '2026-11-14T09:30:00.000Z',
        completed_at: '2026-11-14T09:30:04.120Z',
      },
    ],
  });
export type SyncLog = z.infer<typeof SyncLog>;

export const ListLogsOutput = z
  .strictObject({ success: z.literal(true), data: z.array(SyncLog) })
  .meta({ id: 'SyncLogList' });
export type ListLogsOutput = z.infer<typeof ListLogsOutput>;

/** What the API must do for `/sync`. Every method may throw a `ContractError`. */
export interface SyncService {
  import(input: RunImportInput, call: Call): Promise<RunReport>;
  export(input: RunSyncInput, call: Call): Promise<RunReport>;
  /** Both ways, from one reading. */
  sync(input: RunSyncInput, call: Call): Promise<RunReport>;
  /** Works out what a run would do, and does nothing of it. */
  preview(input: PreviewInput, call: Call): Promise<PlanAnswer>;
  /** Begins a run and answers while it goes on. */
  start(input: StartRunInput, call: Call): Promise<RunAnswer>;
  logs(input: ListLogsInput, call: Call): Promise<ListLogsOutput>;
}
