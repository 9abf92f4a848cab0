import type { Database, NewDeal, Work } from '../../src/index.ts';
import { insertDeals } from '../../src/index.ts';

/** Statuts that count as won, as the CRM's callers say. */
export const WON = ['gagné', 'gagné - en cours'];

/** The statuts of the CRM and the chance of winning each stands for. */
export const PROBABILITES = {
  prospect: 0.1,
  qualifié: 0.3,
  négociation: 0.7,
  gagné: 1,
  'gagné - en cours': 1,
};

/** Who deletes deals in tests. */
export const BY = { origin: 'form', runId: null, at: '2026-11-22T12:00:00.000Z' } as const;

/** A piece of work outside any transaction. */
export function workOn(database: Database): Work {
  return { em: database.em(), sql: database.sql };
}

/** One piece of work in a transaction. */
export function inTransaction<T>(database: Database, act: (work: Work) => Promise<T>): Promise<T> {
  return database.em().transactional((em) => act({ em, sql: database.sql }));
}

/** All rows of all batches. */
export async function collect<Row>(batches: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

/** All that a test looks at in a list of figures. */
export const LIST = {
  shape: { id: 'id', client: 'client', days: 'days' },
  showAmount: String,
} as const;

/** All items of a list of figures, whoever wrote them. */
export async function collectList<Item>(
  batches: AsyncIterable<readonly Item[] | Uint8Array>,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const batch of batches) {
    items.push(...(batch instanceof Uint8Array ? JSON.parse(`[${Buffer.from(batch)}]`) : batch));
  }
  return items;
}

/** A deal whose fields do not matter but for those named. */
export function deal(values: Partial<NewDeal>): NewDeal {
  return {
    client: 'Morel',
    statut: 'prospect',
    montant_brut: 100,
    probabilite: 0.1,
    valeur_ponderee: 10,
    secteur: null,
    date_echeance: null,
    assignee: null,
    notes: null,
    created_at: '2026-11-01T08:00:00.000Z',
    updated_at: '2026-11-20T08:00:00.000Z',
    ...values,
  };
}

/** Adds deals in one transaction. */
export function add(database: Database, ...deals: NewDeal[]): Promise<void> {
  return inTransaction(database, (work) => insertDeals(work, deals));
}

/** The day and instant the figures of the sample are computed for. */
export const TODAY = '2026-11-22';
export const NOW = new Date('2026-11-22T12:00:00Z');

/** Seven deals, ids 1 to 7, with timestamps in every form a database may hold. */
export const SAMPLE: readonly NewDeal[] = [
  deal({
    client: 'Aubépine SA',
    montant_brut: 1000.1,
    valeur_ponderee: 100.01,
    secteur: 'Santé',
    date_echeance: '2026-11-20',
    assignee: 'Claire',
    notes: 'Rappeler après Noël',
    created_at: '2026-10-01 08:00:00',
    updated_at: '2026-11-12T12:00:00.000Z',
  }),
  deal({
    client: 'Cœur de Ville',
    statut: 'gagné',
    montant_brut: 2000.2,
    probabilite: 1,
    valeur_ponderee: 2000.2,
    secteur: 'Santé',
    assignee: 'Claire',
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-11 12:00:00',
  }),
  deal({
    client: 'Forge Martin',
    statut: 'gagné - en cours',
    montant_brut: 300.3,
    probabilite: 1,
    valeur_ponderee: 300.3,
    secteur: 'Industrie',
    date_echeance: '2026-12-22',
    notes: '100% bois, sous_traité',
    created_at: '2026-03-01 00:00:00.000000',
    updated_at: '2026-03-03T00:00:00Z',
  }),
  deal({
    client: 'Garage Élan',
    statut: 'qualifié',
    montant_brut: 0.05,
    probabilite: 0.3,
    valeur_ponderee: 0.02,
    secteur: 'Industrie',
    date_echeance: '2026-12-23',
    assignee: '',
    updated_at: '2026-11-12 11:59:59.999',
  }),
  deal({
    client: 'Hôtel du Nord',
    statut: 'négociation',
    montant_brut: 1005,
    probabilite: 0.7,
    valeur_ponderee: 703.5,
    date_echeance: '2026-11-22',
    assignee: 'Zoé',
    notes: 'Énergie verte',
    updated_at: '2026-11-12 12:00:00.001',
  }),
  deal({
    client: 'Île Verte',
    montant_brut: 999.99,
    valeur_ponderee: 100,
    secteur: '',
    date_echeance: '2026-11-21',
    assignee: 'Claire',
    updated_at: '2026-01-05T09:00:00+02:00',
  }),
  deal({
    client: 'Joly',
    statut: 'négociation',
    montant_brut: 0.1,
    probabilite: 0.7,
    valeur_ponderee: 0.07,
    secteur: 'Santé',
    date_echeance: 'bientôt',
    assignee: 'Zoé',
    updated_at: '2025-12-31 23:59:59',
  }),
];
