import type { NewDeal } from '../queries/deals.ts';
import { type Random, randomFrom } from './random.ts';
import { ASSIGNEES, KINDS, NAMES, REMARKS, SECTORS, TOWNS } from './vocabulary.ts';

/** What invented deals are made from. */
export interface InventOptions {
  /** The same seed and day give the same deals. */
  readonly seed: number;
  /** `YYYY-MM-DD`; deals were created in the two years before it, and are due within half a year of it. */
  readonly today: string;
  /** The statuts deals may have, with the chance of winning each stands for. */
  readonly probabilites: Readonly<Record<string, number>>;
}

const DAY_MS = 86_400_000;
const OLDEST_DAYS = 730;
const DUE_WITHIN_DAYS = 180;

/** Endless deals of French companies, each different, most of them small. */
export function* inventDeals({ seed, today, probabilites }: InventOptions): Generator<NewDeal, never> {
  const random = randomFrom(seed);
  const statuts = Object.entries(probabilites);
  const days = calendar(today);
  for (let number = 1; ; number += 1) {
    const [statut, probabilite] = random.pick(statuts);
    const cents = Math.round(Math.exp(6 + random.next() * 6) * 100);
    const createdDaysAgo = 1 + random.below(OLDEST_DAYS);
    const updatedDaysAgo = random.below(createdDaysAgo);
    yield {
      client: `${random.pick(KINDS)} ${random.pick(NAMES)} ${random.pick(TOWNS)} ${number % 1000}`,
      statut,
      montant_brut: cents / 100,
      probabilite,
      // In whole per cent, so that halves of a cent are told exactly.
      valeur_ponderee: Math.floor((cents * Math.round(probabilite * 100) + 50) / 100) / 100,
      secteur: random.below(10) === 0 ? null : random.pick(SECTORS),
      date_echeance:
        random.below(10) === 0 ? null : days(random.below(2 * DUE_WITHIN_DAYS) - DUE_WITHIN_DAYS),
      assignee: random.below(10) === 0 ? null : random.pick(ASSIGNEES),
      notes: random.below(5) < 2 ? null : remarks(random),
      created_at: `${days(-createdDaysAgo - 1)}T${timeOfDay(random)}`,
      updated_at: `${days(-updatedDaysAgo - 1)}T${timeOfDay(random)}`,
    };
  }
}

function remarks(random: Random): string {
  const count = 1 + random.below(3);
  return Array.from({ length: count }, () => random.pick(REMARKS)).join(' ');
}

function timeOfDay(random: Random): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(8 + random.below(11))}:${two(random.below(60))}:${two(random.below(60))}.000Z`;
}

/** Days by their distance from today; each is written out once. */
function calendar(today: string): (offset: number) => string {
  const start = Date.parse(`${today}T00:00:00Z`);
  const known = new Map<number, string>();
  return (offset) => {
    const day = known.get(offset) ?? new Date(start + offset * DAY_MS).toISOString().slice(0, 10);
    known.set(offset, day);
    return day;
  };
}
