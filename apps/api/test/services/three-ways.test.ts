import { type Deal, STATUTS } from '@passerelle/contracts';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

interface TypedDeal {
  readonly client: string;
  readonly statut: string;
  readonly montant_brut: number;
  readonly secteur: string | null;
  readonly date_echeance: string | null;
  readonly assignee: string | null;
  readonly notes: string | null;
}

/** A deal without what tells when and in which order it came. */
type Told = Record<string, unknown> | string;

const name = fc.constantFrom('Atelier Morel', 'Élan & fils', 'Œuvre « 3 »', '=1+1', 'L’a,b;c', '漢', '0');
const amount = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 99_999_999 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.constantFrom(0, -5, -0.01) },
);
const typedDeal: fc.Arbitrary<TypedDeal> = fc.record({
  client: fc.oneof({ weight: 6, arbitrary: name }, { weight: 1, arbitrary: fc.constant('x'.repeat(256)) }),
  statut: fc.constantFrom(...STATUTS),
  montant_brut: amount,
  secteur: fc.option(name),
  date_echeance: fc.option(fc.constantFrom('2026-12-31', '1999-02-28', '2028-02-29')),
  assignee: fc.option(name),
  notes: fc.option(fc.constantFrom('deux\nlignes', 'dit « "oui" »', '-1', 'a;b,c')),
});

const FIELDS = [
  'client',
  'statut',
  'montant_brut',
  'secteur',
  'date_echeance',
  'assignee',
  'notes',
] as const satisfies (keyof TypedDeal)[];

function told({ id: _, created_at: _created, updated_at: _updated, ...deal }: Deal): Told {
  return deal;
}

async function dealsOf(world: World): Promise<Deal[]> {
  return (await world.call('GET', '/api/deals')).body.data as Deal[];
}

async function byForm(world: World, deals: readonly TypedDeal[]): Promise<Told[]> {
  const answers: Told[] = [];
  for (const deal of deals) {
    const { status, body } = await world.call('POST', '/api/deals', deal);
    answers.push(status === 201 ? told(body.data as Deal) : String(body.error));
  }
  return answers;
}

async function upload(world: World, deals: readonly TypedDeal[]): Promise<Record<string, unknown>> {
  const quoted = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const lines = deals.map((deal) => FIELDS.map((field) => quoted(deal[field])).join(';'));
  const body = new FormData();
  body.set('file', new Blob([[FIELDS.join(';'), ...lines].join('\n')]), 'deals.csv');
  const response = await fetch(`${world.origin}/api/upload/csv`, { method: 'POST', body });
  return (await response.json()) as Record<string, unknown>;
}

/** One file for each deal, so that each refusal is that of its row. */
async function byFile(world: World, deals: readonly TypedDeal[]): Promise<Told[]> {
  const answers: Told[] = [];
  for (const deal of deals) {
    const { success, error } = await upload(world, [deal]);
    const last = (await dealsOf(world)).at(-1);
    const sentence = String(error).replace('Aucune ligne valide dans le fichier. ', '');
    answers.push(success && last ? told(last) : sentence.replaceAll(/Ligne \d+ - (\w+): /g, 'Champ $1 : '));
  }
  return answers;
}

/** The deals that an import made, and its refusals, each in the order of the rows. */
async function byImport(world: World, provider: 'airtable' | 'notion'): Promise<[Told[], Told[]]> {
  await world.configure(provider);
  const { body } = await world.call('POST', `/api/sync/${provider}/import`);
  const path = `/api/sync/runs/${body.run_id}/records?outcome=failed`;
  const refused = (await world.call('GET', path)).body.data as { reason: string }[];
  return [(await dealsOf(world)).map(told), refused.map(({ reason }) => reason)];
}

function remoteRow(deal: TypedDeal) {
  return {
    ...{ Name: deal.client, Status: deal.statut, Amount: deal.montant_brut, Sector: deal.secteur },
    ...{ 'Due Date': deal.date_echeance, Assignee: deal.assignee, Notes: deal.notes },
  };
}

describe.each(TEST_DIALECTS)('over HTTP (%s)', (dialect) => {
  it.each(['airtable', 'notion'] as const)(
    'the same row gives the same deal, or the same refusal, by form, by file and by import (%s)',
    async (provider) => {
      const deals = fc.array(typedDeal, { minLength: 6, maxLength: 10 });
      const seen = { deals: 0, refusals: 0 };
      await fc.assert(
        fc.asyncProperty(deals, async (typed) => {
          const world = await openWorld(dialect, { [provider]: typed.map(remoteRow) });
          const form = await byForm(world, typed);
          for (const one of form) seen[typeof one === 'string' ? 'refusals' : 'deals'] += 1;
          await world.call('DELETE', '/api/deals');
          expect(await byFile(world, typed)).toEqual(form);
          await world.call('DELETE', '/api/deals');
          const isRefused = (one: Told) => typeof one === 'string';
          expect(await byImport(world, provider)).toEqual([
            form.filter((one) => !isRefused(one)),
            form.filter(isRefused),
          ]);
        }),
        { numRuns: 3, seed: 20_261_122 },
      );
      expect(Math.min(seen.deals, seen.refusals)).toBeGreaterThan(2);
    },
    120_000,
  );

  it('the parts of every figure add up to the whole, to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(typedDeal, { minLength: 30, maxLength: 60 }), async (typed) => {
        const world = await openWorld(dialect);
        await upload(world, typed);
        const deals = await dealsOf(world);
        const figures = async (path: string) => (await world.call('GET', `/api${path}`)).body.data as Parts;
        const [kpis, sectors, performance] = await Promise.all(
          ['/kpis', '/analytics/sectors', '/analytics/performance'].map(figures),
        );
        const noSector = deals.filter(({ secteur }) => secteur === null);
        const parts: Part[] = [
          ...(sectors?.tableau ?? []),
          ...noSector.map((deal) => ({ ...deal, nb_deals: 1 })),
        ];
        const [amounts, weights] = [
          cents(deals.map(({ montant_brut }) => montant_brut)),
          cents(deals.map(({ valeur_ponderee }) => valeur_ponderee)),
        ];
        expect(cents([kpis?.pipeline_pondere ?? 0])).toBe(weights);
        expect(cents(parts.map((part) => part.montant_total ?? part.montant_brut ?? 0))).toBe(amounts);
        expect(cents(parts.map(({ valeur_ponderee = 0 }) => valeur_ponderee))).toBe(weights);
        expect(total(parts.map(({ nb_deals }) => nb_deals))).toBe(deals.length);
        const assignees = performance?.performance ?? [];
        expect(cents(assignees.map(({ montant_total = 0 }) => montant_total))).toBe(amounts);
        expect(cents(assignees.map(({ pipeline_pondere = 0 }) => pipeline_pondere))).toBe(weights);
        expect(total(assignees.map(({ nb_deals }) => nb_deals))).toBe(kpis?.nombre_deals);
        expect(deals.length).toBeGreaterThan(10);
      }),
      { numRuns: 4, seed: 20_261_122 },
    );
  }, 120_000);
});

interface Part {
  readonly nb_deals: number;
  readonly montant_total?: number;
  readonly montant_brut?: number;
  readonly valeur_ponderee?: number;
  readonly pipeline_pondere?: number;
}

interface Parts {
  readonly pipeline_pondere?: number;
  readonly nombre_deals?: number;
  readonly tableau?: readonly Part[];
  readonly performance?: readonly Part[];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** A sum in whole cents, which doubles hold exactly. */
function cents(euros: readonly number[]): number {
  return total(euros.map((amount) => Math.round(amount * 100)));
}
