/** What is wrong on purpose with a sandbox deal. The first five cannot be imported; an odd status can. */
export type Imperfection =
  | { readonly kind: 'client missing' }
  | { readonly kind: 'amount missing' }
  | { readonly kind: 'amount zero' }
  | { readonly kind: 'amount negative' }
  | { readonly kind: 'amount in words'; readonly words: string }
  | { readonly kind: 'odd status'; readonly status: string };

const odd = (status: string): Imperfection => ({ kind: 'odd status', status });

/**
 * Positions within each block of 250 deals. Twelve deals that an import must refuse, then ten whose status is not the
 * CRM's own: some it knows under another name (Lead, Closed Won…), some nobody knows (À rappeler…).
 */
export const SANDBOX_IMPERFECTIONS: ReadonlyMap<number, Imperfection> = new Map<number, Imperfection>([
  [17, { kind: 'client missing' }],
  [101, { kind: 'client missing' }],
  [203, { kind: 'client missing' }],
  [29, { kind: 'amount missing' }],
  [88, { kind: 'amount missing' }],
  [164, { kind: 'amount missing' }],
  [43, { kind: 'amount zero' }],
  [190, { kind: 'amount zero' }],
  [61, { kind: 'amount negative' }],
  [222, { kind: 'amount negative' }],
  [75, { kind: 'amount in words', words: 'douze mille euros' }],
  [140, { kind: 'amount in words', words: 'environ trente mille euros' }],
  [11, odd('À rappeler')],
  [56, odd('À rappeler')],
  [129, odd('En attente du client')],
  [36, odd('Lead')],
  [112, odd('Lead')],
  [70, odd('Closed Won')],
  [183, odd('Closed Won')],
  [95, odd('Negotiation')],
  [151, odd('In Progress')],
  [236, odd('Lost')],
]);

/** Deals after which the imperfections come again. */
export const IMPERFECTION_PERIOD = 250;

/** The statuses of the CRM's own that sandbox deals have. */
export const SANDBOX_STATUSES = ['prospect', 'qualifié', 'négociation', 'gagné', 'gagné - en cours'] as const;

/** Every option of the sandbox's status columns: the CRM's own, then the odd ones in use. */
export const SANDBOX_STATUS_OPTIONS: readonly string[] = [
  ...SANDBOX_STATUSES,
  ...new Set(
    [...SANDBOX_IMPERFECTIONS.values()].flatMap((one) => (one.kind === 'odd status' ? [one.status] : [])),
  ),
];
