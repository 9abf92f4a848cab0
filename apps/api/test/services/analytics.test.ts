import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { formatEuros } from '@passerelle/deals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSixDeals, NOON } from '../support/six-deals.ts';
import { openWorld, type World } from '../support/world.ts';

async function sixDeals(dialect: (typeof TEST_DIALECTS)[number]): Promise<World> {
  const world = await openWorld(dialect, {}, () => NOON);
  await addSixDeals(world.database);
  return world;
}

async function dataAt(world: World, path: string): Promise<unknown> {
  const { status, body } = await world.call('GET', `/api${path}`);
  expect(body, path).toEqual({ success: true, data: expect.anything(), error: null });
  expect(status).toBe(200);
  return body.data;
}

describe.each(TEST_DIALECTS)('figures worked out by hand (%s)', (dialect) => {
  it('are the indicators', async () => {
    const world = await sixDeals(dialect);
    expect(await dataAt(world, '/kpis')).toEqual({
      pipeline_pondere: 3425.37,
      pipeline_pondere_formatted: '3 425,37 €',
      panier_moyen: 658.44,
      panier_moyen_formatted: '658,44 €',
      nombre_deals: 6,
      deals_gagnes: 2,
      taux_conversion: 33.3,
      vitesse_vente_moyenne: 6.3,
      vitesse_vente_formatted: '6.3 jours',
      nb_cold_deals: 2,
    });
    const narrowed: [query: string, deals: number, pipeline: number][] = [
      ['assignee=Marc', 2, 380.04],
      ['statut=GAGNE&statut=prospect', 2, 1030.13],
      ['secteur=BTP&date_from=2026-07-15&date_to=2026-07-15', 1, 30],
      ['search=ECLUSE', 1, 30],
      ['search=rappeler', 1, 30],
    ];
    for (const [query, nombre_deals, pipeline_pondere] of narrowed) {
      expect(await dataAt(world, `/kpis?${query}`), query).toMatchObject({ nombre_deals, pipeline_pondere });
    }
    expect(await dataAt(world, '/kpis?search=personne')).toMatchObject({
      nombre_deals: 0,
      panier_moyen: 0,
      panier_moyen_formatted: '0 €',
      taux_conversion: 0,
      vitesse_vente_formatted: 'N/A',
    });
  });

  it('are the sectors, with charts of the first five', async () => {
    const world = await sixDeals(dialect);
    const data = await dataAt(world, '/analytics/sectors');
    const labels = ['BTP', 'Industrie', 'Santé'];
    const series = (label: string, amounts: number[]) => ({
      labels,
      datasets: [{ label, data: amounts, ...colours(BLUE, ORANGE, GREEN) }],
    });
    expect(data).toMatchObject({
      chart_montants: series('Montant total (€)', [2100.2, 1300.4, 50]),
      chart_panier_moyen: series('Panier moyen (€)', [1050.1, 650.2, 50]),
    });
    expect((data as { tableau: unknown }).tableau).toEqual([
      sector('BTP', [2100.2, '2 100,20 €'], [1050.1, '1 050,10 €'], 2, [2030.2, '2 030,20 €']),
      sector('Industrie', [1300.4, '1 300,40 €'], [650.2, '650,20 €'], 2, [1030.13, '1 030,13 €']),
      sector('Santé', [50, '50 €'], [50, '50 €'], 1, [15, '15 €']),
    ]);
    for (const [index, secteur] of ['A', 'B', 'C'].entries()) {
      const body = { client: 'Petit', statut: 'gagné', montant_brut: 10 - index, secteur };
      expect((await world.call('POST', '/api/deals', body)).status).toBe(201);
    }
    expect(await dataAt(world, '/analytics/sectors')).toMatchObject({
      chart_montants: {
        labels: ['BTP', 'Industrie', 'Santé', 'A', 'B'],
        datasets: [{ data: [2100.2, 1300.4, 50, 10, 9], ...colours(BLUE, ORANGE, GREEN, PINK, SKY) }],
      },
      tableau: { length: 6 },
    });
  });

  it('are the deadlines past and within 30 days', async () => {
    const world = await sixDeals(dialect);
    const claire = { secteur: 'Industrie', assignee: 'Claire' };
    expect(await dataAt(world, '/analytics/deadlines')).toEqual({
      overdue: [
        {
          ...shown('Atelier', 'gagné', 1000.1, '1 000,10 €'),
          ...claire,
          date_echeance: '2026-06-01',
          jours_retard: 14,
        },
        {
          ...shown('Cave', 'prospect', 300.3, '300,30 €'),
          ...claire,
          date_echeance: '2026-06-14',
          jours_retard: 1,
        },
      ],
      upcoming: [
        {
          ...shown('Dune', 'négociation', 500.05, '500,05 €'),
          ...{ secteur: null, assignee: 'Marc', date_echeance: '2026-06-15', jours_restants: 0 },
        },
        {
          ...shown('Écluse', 'qualifié', 100, '100 €'),
          ...{ secteur: 'BTP', assignee: 'Marc', date_echeance: '2026-07-15', jours_restants: 30 },
        },
      ],
      stats: {
        nb_overdue: 2,
        nb_upcoming: 2,
        montant_upcoming: 600.05,
        montant_upcoming_formatted: '600,05 €',
      },
    });
  });

  it('are the performance of each assignee', async () => {
    const world = await sixDeals(dialect);
    expect(await dataAt(world, '/analytics/performance')).toMatchObject({
      performance: [
        assignee('Non assigné', [2050.2, '2 050,20 €'], [2015.2, '2 015,20 €'], 1, [1025.1, '1 025,10 €']),
        assignee('Claire', [1300.4, '1 300,40 €'], [1030.13, '1 030,13 €'], 1, [650.2, '650,20 €']),
        assignee('Marc', [600.05, '600,05 €'], [380.04, '380,04 €'], 0, [300.03, '300,03 €']),
      ],
      chart_data: {
        labels: ['Non assigné', 'Claire', 'Marc'],
        datasets: [
          {
            label: 'Pipeline pondéré (€)',
            data: [2015.2, 1030.13, 380.04],
            ...colours(BLUE, BLUE, BLUE),
            yAxisID: 'y',
          },
          { label: 'Nombre de deals', data: [2, 2, 2], ...colours(ORANGE, ORANGE, ORANGE), yAxisID: 'y1' },
        ],
      },
      stats: { nb_commerciaux: 3 },
    });
  });

  it('are the velocity of won deals', async () => {
    const world = await sixDeals(dialect);
    const slow = { vitesse_moyenne_jours: 10.5, vitesse_moyenne_formatted: '10.5 jours', nb_deals: 1 };
    const fast = { vitesse_moyenne_jours: 2, vitesse_moyenne_formatted: '2.0 jours', nb_deals: 1 };
    expect(await dataAt(world, '/analytics/velocity')).toEqual({
      vitesse_moyenne_jours: 6.3,
      vitesse_moyenne_formatted: '6.3 jours',
      has_won_deals: true,
      velocity_by_sector: [
        { secteur: 'BTP', ...fast },
        { secteur: 'Industrie', ...slow },
      ],
      velocity_by_assignee: [
        { assignee: 'Claire', ...slow },
        { assignee: 'Non assigné', ...fast },
      ],
    });
    expect(await dataAt(world, '/analytics/velocity?statut=prospect')).toEqual({
      vitesse_moyenne_jours: 0,
      vitesse_moyenne_formatted: 'N/A',
      has_won_deals: false,
      velocity_by_sector: [],
      velocity_by_assignee: [],
    });
  });

  it('are the cold deals, and what the filters can choose from', async () => {
    const world = await sixDeals(dialect);
    expect(await dataAt(world, '/analytics/cold-deals')).toEqual({
      cold_deals: [
        {
          ...{ id: 5, ...shown('Écluse', 'qualifié', 100, '100 €') },
          ...{ secteur: 'BTP', assignee: 'Marc', date_echeance: '2026-07-15', jours_inactifs: 45 },
        },
        {
          ...{ id: 3, ...shown('Cave', 'prospect', 300.3, '300,30 €') },
          ...{ secteur: 'Industrie', assignee: 'Claire', date_echeance: '2026-06-14', jours_inactifs: 10 },
        },
      ],
      stats: { nb_cold_deals: 2, montant_total_cold: 400.3, montant_total_cold_formatted: '400,30 €' },
    });
    expect(await dataAt(world, '/filters/options')).toEqual({
      statuts: ['gagné', 'gagné - en cours', 'négociation', 'prospect', 'qualifié'],
      secteurs: ['BTP', 'Industrie', 'Santé'],
      assignees: ['Claire', 'Marc'],
    });
  });
});

const [BLUE, ORANGE, GREEN] = ['0, 114, 178', '230, 159, 0', '0, 158, 115'];
const [PINK, SKY] = ['204, 121, 167', '86, 180, 233'];

/** What Chart.js draws bars of these colours with. */
function colours(...names: (string | undefined)[]) {
  return {
    backgroundColor: names.map((name) => `rgba(${name}, 0.6)`),
    borderColor: names.map((name) => `rgba(${name}, 1)`),
    borderWidth: 1,
  };
}

type Euros = [amount: number, formatted: string];

function shown(client: string, statut: string, montant_brut: number, montant_formatted: string) {
  return { client, statut, montant_brut, montant_formatted };
}

function sector(secteur: string, total: Euros, mean: Euros, nb_deals: number, weighted: Euros) {
  return {
    secteur,
    montant_total: total[0],
    montant_total_formatted: total[1],
    panier_moyen: mean[0],
    panier_moyen_formatted: mean[1],
    nb_deals,
    valeur_ponderee: weighted[0],
    valeur_ponderee_formatted: weighted[1],
  };
}

function assignee(name: string, total: Euros, pipeline: Euros, deals_gagnes: number, mean: Euros) {
  return {
    assignee: name,
    nb_deals: 2,
    montant_total: total[0],
    montant_total_formatted: total[1],
    pipeline_pondere: pipeline[0],
    pipeline_pondere_formatted: pipeline[1],
    deals_gagnes,
    taux_conversion: deals_gagnes * 50,
    panier_moyen: mean[0],
    panier_moyen_formatted: mean[1],
  };
}

describe.each(TEST_DIALECTS)('amounts in lists of figures (%s)', (dialect) => {
  it('are written as the rules write them, whoever writes the list', async () => {
    const world = await openWorld(dialect, {}, () => NOON);
    const cents = fc.integer({ min: 1, max: 99_999_999_999_999 });
    const known = [1, 99, 100, 101, 99_999, 100_000, 123_456_789, 99_999_999_999_999];
    const amounts = [...known, ...fc.sample(cents, { numRuns: 300, seed: 7 })].map((sum) => sum / 100);
    await world.database.em().insertMany(
      Deal,
      amounts.map((montant_brut, index) => ({
        client: `Client ${index}`,
        statut: 'prospect',
        montant_brut,
        probabilite: 0.1,
        valeur_ponderee: 1,
        created_at: '2026-01-01T08:00:00.000Z',
        updated_at: '2026-01-01T08:00:00.000Z',
      })),
    );
    const { cold_deals } = (await dataAt(world, '/analytics/cold-deals')) as {
      cold_deals: { montant_brut: number; montant_formatted: string }[];
    };
    expect(cold_deals.map(({ montant_brut }) => montant_brut)).toEqual(amounts);
    expect(cold_deals.map(({ montant_formatted }) => montant_formatted)).toEqual(amounts.map(formatEuros));
  });
});
