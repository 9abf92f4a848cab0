import { Deal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

const DEALS = [
  {
    client: 'Énergie du Léman',
    statut: 'prospect',
    secteur: 'Énergie',
    assignee: 'Claire',
    day: '2026-01-31',
  },
  { client: 'Scierie Colin', statut: 'gagné', secteur: 'BTP', assignee: 'Marc', day: '2026-02-01' },
  { client: 'Verrerie Aubin', statut: 'gagné', secteur: 'Industrie', assignee: 'Claire', day: '2026-02-28' },
  { client: 'Atelier Morel', statut: 'qualifié', secteur: 'BTP', assignee: null, day: null },
  {
    client: 'Chantiers Œuvré',
    statut: 'gagné - en cours',
    secteur: null,
    assignee: 'Marc',
    day: '2026-03-01',
  },
];

async function addFive(world: World): Promise<void> {
  const em = world.database.em();
  for (const { day, ...deal } of DEALS) {
    em.create(Deal, {
      ...deal,
      date_echeance: day,
      notes: deal.client.startsWith('Scierie') ? 'Rappeler avant l’été.' : null,
      montant_brut: 100,
      probabilite: 0.1,
      valeur_ponderee: 10,
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z',
    });
  }
  await em.flush();
}

async function clientsAt(world: World, query: string): Promise<string[]> {
  const { body } = await world.call('GET', `/api/deals${query}`);
  return (body.data as Deal[]).map((deal) => deal.client.split(' ')[0] ?? '');
}

describe.each(TEST_DIALECTS)('the list of deals (%s)', (dialect) => {
  it('is narrowed by each filter and by all of them together', async () => {
    const world = await openWorld(dialect);
    await addFive(world);
    const cases: readonly [string, string[]][] = [
      ['', ['Énergie', 'Scierie', 'Verrerie', 'Atelier', 'Chantiers']],
      ['?statut=gagn%C3%A9', ['Scierie', 'Verrerie']],
      ['?statut=GAGNE&statut=qualifie', ['Scierie', 'Verrerie', 'Atelier']],
      ['?secteur=BTP', ['Scierie', 'Atelier']],
      ['?secteur=BTP&secteur=Industrie&assignee=Claire', ['Verrerie']],
      ['?date_from=2026-02-01&date_to=2026-02-28', ['Scierie', 'Verrerie']],
      ['?date_to=2026-01-31', ['Énergie']],
      ['?search=energie', ['Énergie']],
      ['?search=oeuvr%C3%A9', ['Chantiers']],
      ['?search=%C3%89T%C3%89', ['Scierie']],
      ['?search=nulle+part', []],
      ["?search='%20or%201=1", []],
    ];
    for (const [query, clients] of cases) expect(await clientsAt(world, query), query).toEqual(clients);
  });

  it('is read page by page to the end by following its links', async () => {
    const world = await openWorld(dialect);
    await addFive(world);
    const seen: string[] = [];
    let next: string | undefined = '/api/deals?limit=2&assignee=Claire&assignee=Marc';
    while (next !== undefined) {
      const response: Response = await fetch(`${world.origin}${next}`);
      const { data } = (await response.json()) as { data: Deal[] };
      expect(data).toHaveLength(2);
      seen.push(...data.map((deal) => deal.client));
      next = /<(.+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(DEALS.filter((deal) => deal.assignee).map((deal) => deal.client));
  });
});

it('a list that SQLite writes says of each deal what the deal alone says, adopted ones too', async () => {
  const world = await openWorld('sqlite');
  const columns = 'client, statut, montant_brut, probabilite, valeur_ponderee, secteur, date_echeance, notes';
  const rows = [
    `'Élan "1" & \\ fils', 'gagné', 1500.0, 1, 1500, null, null, 'deux' || char(10) || char(9) || 'lignes', '2025-03-04 10:11:12.123456', '2025-03-05 08:00:00'`,
    `'', 'inconnu', 0.1, 0.3, 0.03, '漢😀', '2026-02-30', '', '2025-03-04T10:11:12+02:00', '2025-03-05T08:00:00.000Z'`,
    `'A', 'prospect', 123456789.01, 0.1, 1e-7, ' ', 'bientôt', char(1) || char(8232), '2025-03-04', 'hier'`,
  ];
  for (const row of rows) {
    await world.database
      .em()
      .execute(`insert into deals (${columns}, created_at, updated_at) values (${row})`);
  }
  const list = (await world.call('GET', '/api/deals')).body.data as { id: number }[];
  expect(list).toHaveLength(rows.length);
  const page = (await world.call('GET', '/api/deals?limit=10')).body.data;
  expect(list).toEqual(page);
  for (const deal of list) {
    expect((await world.call('GET', `/api/deals/${deal.id}`)).body.data).toEqual(deal);
  }
});
