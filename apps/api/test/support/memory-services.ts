import {
  type AnalyticsService,
  type ConnectorPolicies,
  ContractError,
  DEAL_NOT_FOUND_MESSAGE,
  DEFAULT_FIELD_MAPPING,
  type Deal,
  type Plan,
  type Run,
  type RunRecord,
  type RunReport,
  type Services,
} from '@passerelle/contracts';

const now = '2026-11-14T09:30:00.000Z';

const policies: ConnectorPolicies = {
  conflict: 'remote',
  deletion: 'ignore',
  deletion_threshold: 20,
  create_options: [],
  status_values: {},
  full_scan_every: 20,
};

const report: RunReport = {
  success: true,
  status: 'success',
  run_id: 1,
  records_processed: 0,
  records_created: 0,
  records_updated: 0,
  records_unchanged: 0,
  records_failed: 0,
  errors: [],
  unknown_statuses: [],
};

const plan: Plan = {
  id: 1,
  provider: 'airtable',
  direction: 'import',
  state: 'ready',
  counts: {
    ...{ create: 0, update: 0, archive: 0, unchanged: 0, conflict: 0, refused: 0 },
    ...{ remove: 0, restore: 0, kept: 0 },
  },
  requests: { read: 2, write: 0 },
  expected_seconds: 0,
  message: null,
  differences: [],
  run_id: null,
  undone_run_id: null,
  created_at: now,
  expires_at: now,
};

const run: Run = {
  id: 1,
  provider: 'memory',
  direction: 'import',
  origin_run_id: null,
  state: 'running',
  status: 'running',
  phase: 'stage',
  done: 0,
  total: null,
  rate: null,
  time_left_seconds: null,
  wait: null,
  records_processed: 0,
  records_created: 0,
  records_updated: 0,
  records_archived: 0,
  records_unchanged: 0,
  records_failed: 0,
  message: null,
  unknown_statuses: [],
  on_interruption: 'resume',
  is_cancelling: false,
  can_resume: false,
  can_undo: false,
  undone_by: null,
  details_removed_at: null,
  started_at: now,
  completed_at: null,
};

const record: RunRecord = {
  position: 1,
  name: 'Acme',
  outcome: 'failed',
  reason: null,
  changes: null,
  deal_id: null,
  external_id: null,
  values: {},
  field: null,
  faults: [],
  corrected: [],
  solved_by: null,
};

/** The deal of an id, the same each time. */
function dealOf(id: number): Deal {
  return {
    id,
    client: `Client ${id}`,
    statut: 'prospect',
    montant_brut: id,
    probabilite: 0.1,
    valeur_ponderee: id / 10,
    secteur: null,
    date_echeance: null,
    assignee: null,
    notes: null,
    created_at: now,
    updated_at: now,
  };
}

type Note = <T>(input: unknown, answer: T) => Promise<T>;

const NO_DEADLINES = {
  nb_overdue: 0,
  nb_upcoming: 0,
  montant_upcoming: 0,
  montant_upcoming_formatted: '0 €',
};
const NO_COLD_DEALS = { nb_cold_deals: 0, montant_total_cold: 0, montant_total_cold_formatted: '0 €' };

async function* none(): AsyncGenerator<never[]> {}

/** Figures of no deals. */
function memoryAnalytics(note: Note): AnalyticsService {
  const chart = { labels: [], datasets: [] };
  const crm = <T>(input: unknown, data: T) => note(input, { success: true as const, data, error: null });
  return {
    kpis: (input) =>
      crm(input, {
        pipeline_pondere: 0,
        pipeline_pondere_formatted: '0 €',
        panier_moyen: 0,
        panier_moyen_formatted: '0 €',
        nombre_deals: 0,
        deals_gagnes: 0,
        taux_conversion: 0,
        vitesse_vente_moyenne: 0,
        vitesse_vente_formatted: 'N/A',
        nb_cold_deals: 0,
      }),
    sectors: (input) => crm(input, { chart_montants: chart, chart_panier_moyen: chart, tableau: [] }),
    deadlines: (input) =>
      crm(input, {
        overdue: [],
        upcoming: [],
        stats: NO_DEADLINES,
      }),
    performance: (input) => crm(input, { performance: [], chart_data: chart, stats: { nb_commerciaux: 0 } }),
    velocity: (input) =>
      crm(input, {
        vitesse_moyenne_jours: 0,
        vitesse_moyenne_formatted: 'N/A',
        has_won_deals: false,
        velocity_by_sector: [],
        velocity_by_assignee: [],
      }),
    coldDeals: (input) =>
      crm(input, {
        cold_deals: [],
        stats: NO_COLD_DEALS,
      }),
    streamDeadlines: (input) => crm(input, { overdue: none(), upcoming: none(), stats: NO_DEADLINES }),
    streamColdDeals: (input) => crm(input, { cold_deals: none(), stats: NO_COLD_DEALS }),
    filterOptions: (input) => crm(input, { statuts: [], secteurs: [], assignees: [] }),
  };
}

/** Services that keep nothing and answer from what they are asked, noting every input in `asked`. */
export function memoryServices(asked: unknown[] = []): Services {
  const note = <T>(input: unknown, answer: T): Promise<T> => {
    asked.push(input);
    return Promise.resolve(answer);
  };
  return {
    connectors: {
      list: (input) => note(input, { success: true, data: [] }),
      sandbox: (input) => note(input, { success: true, data: [] }),
      save: ({ api_token, field_mapping, ...input }) =>
        note(
          { api_token, field_mapping, ...input },
          {
            success: true,
            data: {
              id: 1,
              provider: input.provider,
              api_token: api_token === undefined ? null : '***',
              base_id: input.base_id ?? null,
              table_name: input.table_name ?? null,
              field_mapping: field_mapping ? { ...DEFAULT_FIELD_MAPPING } : null,
              is_active: input.is_active ?? true,
              updated_at: now,
            },
          },
        ),
      delete: (input) => note(input, { success: true, message: 'Supprimé.' }),
      test: (input) => note(input, { success: false, error: 'Refusé.', message: 'Refusé.', checks: [] }),
      schema: (input) =>
        note(input, {
          success: true,
          data: {
            table_id: null,
            table_name: null,
            tables: [],
            message: null,
            columns: [],
            suggested_mapping: {},
            suggestions: [],
            mapped: [],
            statuses: [],
            misfits: [],
            conflicts: [],
          },
        }),
      samples: (input) =>
        note(input, { success: true, data: { table_name: 'Deals', records: [], conflicts: [] } }),
      usage: (input) =>
        note(input, {
          success: true,
          data: {
            base_id: 'base',
            month: '2026-11',
            calls: 0,
            since: null,
            forecast: 0,
            plans: [],
            message: 'Aucun appel.',
          },
        }),
      policies: (input) => note(input, { success: true, data: policies }),
      savePolicies: (input) => note(input, { success: true, data: policies }),
      schedule: (input) => note(input, { success: true, data: null }),
      saveSchedule: (input) => note(input, { success: true, data: null }),
      deleteSchedule: (input) => note(input, { success: true, message: 'Supprimé.' }),
    },
    sync: {
      import: (input) => note(input, report),
      export: (input) => note(input, { ...report, message: 'Aucun deal à exporter' }),
      sync: (input) => note(input, report),
      preview: (input) => note(input, { success: true, data: plan }),
      start: (input) => note(input, { success: true, data: { ...run, direction: input.direction } }),
      logs: (input) => note(input, { success: true, data: [] }),
    },
    runs: {
      list: (input) => note(input, { success: true, data: [run] }),
      get: (input) => note(input, { success: true, data: { ...run, id: input.id } }),
      records: (input) => note(input, { success: true, data: [] }),
      exchanges: (input) => note(input, { success: true, data: [] }),
      async *events(input) {
        asked.push(input);
        yield { eventId: '1', run: { ...run, id: input.id } };
      },
      cancel: (input) => note(input, { success: true, data: { ...run, id: input.id } }),
      resume: (input) => note(input, { success: true, data: { ...run, id: input.id } }),
      causes: (input) => note(input, { success: true, data: [] }),
      correct: (input) => note(input, { success: true, data: record }),
      retry: (input) => note(input, report),
      startRetry: (input) => note(input, { success: true, data: { ...run, id: input.id } }),
      undo: (input) =>
        note(input, { success: true, data: { ...plan, direction: 'undo', undone_run_id: input.id } }),
    },
    plans: {
      run: (input) => note(input, report),
      start: (input) => note(input, { success: true, data: run }),
      get: (input) => note(input, { success: true, data: plan }),
      records: (input) => note(input, { success: true, data: [] }),
    },
    conflicts: {
      list: (input) => note(input, { success: true, data: [] }),
      settle: (input) => note(input, { success: true, settled: 0, message: 'Réglés.' }),
    },
    deletions: {
      list: (input) => note(input, { success: true, data: [] }),
      decide: (input) =>
        note(input, { success: true, decided: 1, refused: [], message: '1 enregistrement gardé.' }),
    },
    deals: {
      history: (input) => note(input, { success: true, data: [], error: null }),
      list: (input, call) => {
        const { cursor = 0, limit = 2 } = input;
        const data = Array.from({ length: Math.min(limit, 3) }, (_, index) => dealOf(cursor + index + 1));
        if (cursor < 100) call.nextCursor(cursor + data.length);
        return note(input, { success: true, data, error: null });
      },
      async *stream(input) {
        asked.push(input);
        yield [1, 2].map((index) => dealOf((input.cursor ?? 0) + index));
      },
      async *streamJson(input) {
        asked.push(input);
        const deals = [1, 2].map((index) => dealOf((input.cursor ?? 0) + index));
        yield Buffer.from(JSON.stringify(deals).slice(1, -1));
      },
      window: (input) => note(input, { success: true, data: { total: 1, deals: [dealOf(1)] }, error: null }),
      get: ({ id }) => {
        if (id > 1000) throw new ContractError('not_found', DEAL_NOT_FOUND_MESSAGE);
        return note({ id }, { success: true, data: dealOf(id), error: null });
      },
      create: (input) => note(input, { success: true, data: dealOf(1), error: null }),
      update: ({ id, ...input }) => note({ id, ...input }, { success: true, data: dealOf(id), error: null }),
      delete: (input) => note(input, { success: true, data: { message: 'Supprimé.' }, error: null }),
      deleteAll: (input) => note(input, { success: true, data: { message: 'Supprimés.' }, error: null }),
    },
    analytics: memoryAnalytics(note),
    upload: {
      csv: () =>
        note('csv', { success: true, data: { nb_imported: 0, nb_errors: 0, errors: [] }, error: null }),
      async *events(input) {
        asked.push(input);
        const counts = { rows_read: 0, rows_refused: 0, bytes_read: 0, bytes_total: 0 };
        yield { id: input.id, phase: 'finished', ...counts, message: null };
      },
    },
  };
}
