import * as z from 'zod';
import type { Call } from './call.ts';
import { limit } from './paging.ts';
import type { PlanAnswer } from './plans.ts';
import { PROVIDERS, Provider } from './providers.ts';
import type { ListRunExchangesInput, RunExchangeList } from './run-exchanges.ts';
import type {
  CorrectRecordInput,
  ListRunRecordsInput,
  RetryRunInput,
  RunCauseList,
  RunRecordAnswer,
  RunRecordList,
} from './run-records.ts';
import { Direction, RunDirection, type RunReport, readsWhole } from './sync.ts';

const [exampleProvider] = PROVIDERS;

/** Runs, or records of a run, a page holds unless `limit` says else. */
export const DEFAULT_RUN_ROWS = 50;

/** What is left to do with a run: only a running one can be cancelled. */
export const RUN_STATES = ['running', 'finished', 'failed', 'cancelled', 'interrupted'] as const;

const count = z.int().min(0);
const runId = z.int().min(1).meta({ description: 'Identifiant de l’exécution.' });

/** What becomes of a run whose process dies. */
export const OnInterruption = z.enum(['resume', 'close']).meta({
  description:
    'Si le serveur s’arrête en route : `resume` reprend au démarrage suivant là où l’exécution en était, `close` la ferme avec ce qui était fait.',
});
export type OnInterruption = z.infer<typeof OnInterruption>;

/** Why a run stands still. */
export const RunWait = z
  .strictObject({
    reason: z.enum(['vendor_limit', 'lock_out', 'retry']).meta({
      description:
        '`vendor_limit` : débit autorisé atteint ; `lock_out` : le service demande d’attendre ; `retry` : nouvel essai après une panne.',
    }),
    message: z.string().meta({ description: 'Phrase à montrer telle quelle.' }),
    until: z.string().meta({ description: 'ISO 8601, UTC.' }),
  })
  .meta({ id: 'RunWait' });
export type RunWait = z.infer<typeof RunWait>;

/** One run, under way or over. */
export const Run = z
  .strictObject({
    id: runId,
    provider: z.string(),
    direction: RunDirection,
    origin_run_id: z.int().nullable().meta({
      description: 'L’exécution qu’elle annule (`undo`), ou dont elle reprend les enregistrements refusés.',
    }),
    state: z.enum(RUN_STATES).meta({
      description:
        '`finished` : allée au bout, même si des enregistrements ont été refusés ; `failed` : n’a pas pu ; `cancelled` : à la demande ; `interrupted` : par l’arrêt du serveur.',
    }),
    status: z
      .enum(['running', 'success', 'partial', 'error'])
      .meta({ description: 'Celui de l’historique.' }),
    phase: z.enum(['stage', 'apply', 'done']).meta({
      description: '`stage` : lecture de la table distante ; `apply` : écriture.',
    }),
    done: count.meta({ description: 'Enregistrements lus (`stage`) ou traités (`apply`, `done`).' }),
    total: count.nullable().meta({ description: '`null` tant que le service ne l’a pas laissé connaître.' }),
    rate: z.number().min(0).nullable().meta({ description: 'Enregistrements par seconde dans cette phase.' }),
    time_left_seconds: count.nullable(),
    wait: RunWait.nullable(),
    records_processed: count,
    records_created: count,
    records_updated: count,
    records_archived: count.meta({
      description: 'Compris dans `records_updated` : perdus par un côté, archivés de l’autre.',
    }),
    records_unchanged: count,
    records_failed: count,
    message: z
      .string()
      .nullable()
      .meta({ description: 'Pourquoi elle n’est pas allée au bout, ou ce qui a été refusé.' }),
    unknown_statuses: z.array(z.string()),
    on_interruption: OnInterruption,
    is_cancelling: z.boolean().meta({ description: 'L’arrêt est demandé ; la requête en cours se termine.' }),
    can_resume: z.boolean(),
    can_undo: z.boolean().meta({
      description: 'Faux tant qu’elle est en cours, une fois annulée, ou si elle n’a rien changé.',
    }),
    undone_by: z.int().nullable().meta({ description: 'L’exécution qui l’a annulée.' }),
    details_removed_at: z.string().nullable().meta({
      description:
        'ISO 8601, UTC : quand le détail de ses enregistrements a été retiré, la durée de conservation passée ; ses totaux restent.',
    }),
    started_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
    completed_at: z.string().nullable(),
  })
  .meta({
    id: 'Run',
    examples: [
      {
        id: 12,
        provider: exampleProvider,
        direction: 'export',
        origin_run_id: null,
        state: 'running',
        status: 'running',
        phase: 'apply',
        done: 120,
        total: 250,
        rate: 40.5,
        time_left_seconds: 4,
        wait: {
          reason: 'lock_out',
          message: 'Le service distant demande d’attendre.',
          until: '2026-11-14T09:30:30.000Z',
        },
        records_processed: 120,
        records_created: 118,
        records_updated: 0,
        records_archived: 0,
        records_unchanged: 0,
        records_failed: 2,
        message: null,
        unknown_statuses: [],
        on_interruption: 'resume',
        is_cancelling: false,
        can_resume: false,
        can_undo: false,
        undone_by: null,
        details_removed_at: null,
        started_at: '2026-11-14T09:30:00.000Z',
        completed_at: null,
      },
    ],
  });
export type Run = z.infer<typeof Run>;

/** One run in the answer's envelope. */
export const RunAnswer = z.strictObject({ success: z.literal(true), data: Run }).meta({ id: 'RunAnswer' });
export type RunAnswer = z.infer<typeof RunAnswer>;

export const StartRunInput = z.strictObject({
  provider: Provider,
  direction: Direction,
  full: readsWhole,
  on_interruption: OnInterruption.optional(),
});
export type StartRunInput = z.infer<typeof StartRunInput>;

export const ListRunsInput = z
  .strictObject({
    provider: Provider.optional(),
    limit: limit.meta({ description: `Exécutions par page, ${DEFAULT_RUN_ROWS} par défaut.` }).optional(),
    cursor: runId.meta({ description: 'Identifiant de la dernière reçue.' }).optional(),
  })
  .prefault({});
export type ListRunsInput = z.infer<typeof ListRunsInput>;

export const RunList = z
  .strictObject({ success: z.literal(true), data: z.array(Run) })
  .meta({ id: 'RunList' });
export type RunList = z.infer<typeof RunList>;

export const RunInput = z.strictObject({ id: runId });
export type RunInput = z.infer<typeof RunInput>;

/** Which run, and what of it is known already. */
export const RunEventsInput = z.strictObject({
  id: runId,
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional()
    .meta({ description: 'Celui du dernier événement reçu : le suivi reprend après lui.' }),
});
export type RunEventsInput = z.infer<typeof RunEventsInput>;

/** A run as it was at one moment. Each holds all that the ones before it said. */
export interface RunEvent {
  /** Grows with each event of the run. */
  readonly eventId: string;
  readonly run: Run;
}

/** What the API must do for `/sync/runs`. Every method may throw a `ContractError`. */
export interface RunsService {
  list(input: ListRunsInput, call: Call): Promise<RunList>;
  get(input: RunInput, call: Call): Promise<RunAnswer>;
  records(input: ListRunRecordsInput, call: Call): Promise<RunRecordList>;
  /** What it sent to the vendor and what came back, the first thousands, without token. */
  exchanges(input: ListRunExchangesInput, call: Call): Promise<RunExchangeList>;
  /** The run as it is, then each time it has moved, until it has ended or the call's signal is aborted. */
  events(input: RunEventsInput, call: Pick<Call, 'signal'>): AsyncIterable<RunEvent>;
  cancel(input: RunInput, call: Call): Promise<RunAnswer>;
  resume(input: RunInput, call: Call): Promise<RunAnswer>;
  /** Works out how a run would be taken back, as a plan, and does nothing of it. */
  undo(input: RunInput, call: Call): Promise<PlanAnswer>;
  causes(input: RunInput, call: Call): Promise<RunCauseList>;
  /** Corrects a refused record; nothing is done with it before it is tried again. */
  correct(input: CorrectRecordInput, call: Call): Promise<RunRecordAnswer>;
  /** Tries refused records again, in a run of its own, to its end. */
  retry(input: RetryRunInput, call: Call): Promise<RunReport>;
  /** Begins to, and answers while it goes on. */
  startRetry(input: RetryRunInput, call: Call): Promise<RunAnswer>;
}
