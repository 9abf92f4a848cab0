import { STATUTS } from '@passerelle/contracts';
import type { NewDeal } from '@passerelle/database';
import { newDeal } from '../services/deal-columns.ts';

const TRADES = [
  'Atelier',
  'Brasserie',
  'Cabinet',
  'Domaine',
  'Fonderie',
  'Imprimerie',
  'Scierie',
  'Verrerie',
];
const NAMES = ['Aubin', 'Bérard', 'Colin', 'Dubois', 'Érard', 'Fabre', 'Lefèvre', 'Morel', 'Noël', 'Vasseur'];
const SECTEURS = ['Agroalimentaire', 'BTP', 'Énergie', 'Industrie', 'Logistique', 'Santé', null];
const ASSIGNEES = ['Claire Dubois', 'Hugo Martin', 'Inès Leroy', 'Marc Petit', null];
const NOTES = ['Relancer après les congés.', 'Attend un second devis.', null, null];
const DAY = 86_400_000;

/** Deals as a team would have them, the same for the same seed and instant. */
export function* realisticDeals(count: number, now: Date, seed = 1): Generator<NewDeal> {
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)];
  for (let index = 1; index <= count; index += 1) {
    const age = random() * 365;
    const created = new Date(now.getTime() - age * DAY);
    const updated = new Date(created.getTime() + random() * age * DAY);
    const due = new Date(created.getTime() + (15 + random() * 400) * DAY);
    const values = {
      client: `${pick(TRADES)} ${pick(NAMES)} ${index}`,
      statut: pick(STATUTS) ?? 'prospect',
      montant_brut: Math.round(10 ** (2.5 + random() * 3) * 100) / 100,
      secteur: pick(SECTEURS) ?? null,
      date_echeance: random() < 0.1 ? null : due.toISOString().slice(0, 10),
      assignee: pick(ASSIGNEES) ?? null,
      notes: pick(NOTES) ?? null,
    };
    yield { ...newDeal(values, updated), created_at: created.toISOString() };
  }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
