import type { Database } from '@passerelle/database';
import { Deal } from '@passerelle/database';
import type { Row } from './remote-tables.ts';

/** Remote rows that an import takes. */
export const GOOD_ROWS: readonly Row[] = [
  {
    Name: 'Atelier Morel',
    Status: 'négociation',
    Amount: 8500.5,
    Sector: 'Industrie',
    'Due Date': '2026-12-31',
    Assignee: 'Claire Dubois',
    Notes: 'Relancer début décembre.',
  },
  { Name: 'Verrerie Aubin', Status: 'gagné', Amount: 1200 },
];

/** Remote rows that an import must refuse. */
export const BAD_ROWS: readonly Row[] = [
  { Name: 'Sans montant', Status: 'prospect' },
  { Name: 'Montant nul', Status: 'prospect', Amount: 0 },
];

/** Puts deals in the CRM as a person would have. */
export async function addDeals(database: Database, clients: readonly string[]): Promise<void> {
  const now = new Date().toISOString();
  const em = database.em();
  for (const client of clients) {
    em.create(Deal, {
      client,
      statut: 'qualifié',
      montant_brut: 1000,
      probabilite: 0.3,
      valeur_ponderee: 300,
      created_at: now,
      updated_at: now,
    });
  }
  await em.flush();
}
