import { createRandom, type Random } from '../core/index.ts';
import { type Company, companiesOf } from './company-names.ts';
import {
  IMPERFECTION_PERIOD,
  type Imperfection,
  SANDBOX_IMPERFECTIONS,
  SANDBOX_STATUSES,
} from './imperfections.ts';
import { SANDBOX_SELLERS, sandboxNote } from './sandbox-notes.ts';

/** Decides everything in the sandbox. */
export const SANDBOX_SEED = 20_260;

/** A deal as somebody typed it into a table, imperfect ones included. */
export interface SandboxDeal {
  readonly client: string | null;
  readonly status: string;
  /** Euros, or words where nobody wrote a figure. */
  readonly amount: number | string | null;
  readonly sector: string;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string | null;
  readonly assignee: string | null;
  readonly notes: string | null;
  readonly imperfection: Imperfection | null;
}

/** Which deals to make. */
export interface SandboxDealsOptions {
  readonly seed?: number | undefined;
  /** 250 when left out. */
  readonly count?: number | undefined;
  /** How many deals of the same endless list to leave out first; ranges that do not overlap share no client. */
  readonly offset?: number | undefined;
  /** Day around which due dates lie, `YYYY-MM-DD`; the machine's own when left out. */
  readonly today?: string | undefined;
}

/** Realistic French deals with invented clients, each client once. The same options give the same deals. */
export function* sandboxDeals(options: SandboxDealsOptions = {}): Generator<SandboxDeal> {
  const { seed = SANDBOX_SEED, count = 250, offset = 0 } = options;
  const today = Date.parse(`${options.today ?? new Date().toISOString().slice(0, 10)}T00:00:00Z`);
  const companyAt = companiesOf(seed);
  for (let position = offset; position < offset + count; position += 1) {
    // Its own source of chance, so that a deal is the same whichever range it is made in.
    const random = createRandom(seed * 31 + position);
    yield flaw(plainDeal(companyAt(position), today, random), position);
  }
}

const DAY_MS = 86_400_000;

function plainDeal(company: Company, today: number, random: Random): SandboxDeal {
  const amount = dealAmount(random);
  const days = random.integer(-60, 120);
  return {
    client: company.name,
    status: weightedStatus(random),
    amount,
    sector: company.sector,
    dueDate: random.next() < 0.08 ? null : new Date(today + days * DAY_MS).toISOString().slice(0, 10),
    assignee: random.next() < 0.06 ? null : random.pick(SANDBOX_SELLERS),
    notes: random.next() < 0.25 ? null : sandboxNote(random),
    imperfection: null,
  };
}

/** From 1,500 to 240,000 €, small ones more often; most are round, some have cents. */
function dealAmount(random: Random): number {
  const amount = 1500 * 160 ** random.next();
  return random.next() < 0.12 ? Math.round(amount * 100) / 100 : Math.round(amount / 50) * 50;
}

function weightedStatus(random: Random): string {
  const weights = [0.34, 0.26, 0.2, 0.14, 0.06];
  let left = random.next();
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return SANDBOX_STATUSES[Math.max(index, 0)] as string;
}

function flaw(deal: SandboxDeal, position: number): SandboxDeal {
  const imperfection = SANDBOX_IMPERFECTIONS.get(position % IMPERFECTION_PERIOD) ?? null;
  switch (imperfection?.kind) {
    case undefined:
      return deal;
    case 'client missing':
      return { ...deal, client: null, imperfection };
    case 'amount missing':
      return { ...deal, amount: null, imperfection };
    case 'amount zero':
      return { ...deal, amount: 0, imperfection };
    case 'amount negative':
      return { ...deal, amount: -Math.abs(Number(deal.amount)), imperfection };
    case 'amount in words':
      return { ...deal, amount: imperfection.words, imperfection };
    case 'odd status':
      return { ...deal, status: imperfection.status, imperfection };
  }
}
