import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../support/catalogue.ts';
import { addDeals } from '../support/deal-rows.ts';
import { openWorld, type World } from '../support/world.ts';

const CONFIG = '/api/connectors/config/airtable';
const MEGABYTE = 'é'.repeat(1 << 20);

const BAD_REQUESTS: readonly [
  method: string,
  path: string,
  body: unknown,
  status: number,
  sentence: RegExp,
][] = [
  ['PUT', CONFIG, {}, 400, /Rien à enregistrer.*api_token/],
  ['PUT', CONFIG, undefined, 400, /Rien à enregistrer/],
  ['PUT', CONFIG, { api_token: '' }, 400, /^Champ api_token : est vide[^:]*$/],
  ['PUT', CONFIG, { api_token: null }, 400, /api_token : la valeur donnée n'est pas un texte/],
  ['PUT', CONFIG, { api_token: 'x'.repeat(2000) }, 400, /api_token : dépasse 1000 caractères/],
  ['PUT', CONFIG, { api_token: 'jeton\u0000nul' }, 400, /api_token : contient un blanc/],
  ['PUT', CONFIG, { base_id: '   ' }, 400, /base_id : est vide/],
  ['PUT', CONFIG, { base_id: 12 }, 400, /base_id : « 12 » n'est pas un texte/],
  ['PUT', CONFIG, { table_name: 'a\u0000b' }, 400, /table_name : contient un caractère invisible/],
  ['PUT', CONFIG, { table_name: '\ud800' }, 400, /table_name : contient un caractère invisible/],
  ['PUT', CONFIG, { table_name: MEGABYTE }, 413, /dépasse 1 Mo/],
  ['PUT', CONFIG, { table_name: MEGABYTE.slice(0, 500_000) }, 400, /table_name : dépasse 255 caractères/],
  ['PUT', CONFIG, { is_active: 1 }, 400, /is_active : « 1 » n'est pas un booléen/],
  ['PUT', CONFIG, { field_mapping: [] }, 400, /une liste n'est pas un objet JSON/],
  ['PUT', CONFIG, { field_mapping: { montant: 'Amount' } }, 400, /field_mapping.montant.*montant_brut/],
  ['PUT', CONFIG, { field_mapping: { client: 3 } }, 400, /field_mapping.client : « 3 » n'est pas un texte/],
  ['PUT', CONFIG, { is_active: true, id: 4 }, 400, /Champ id : ce champ n’existe pas/],
  ['POST', '/api/sync/airtable/import', { force: true }, 400, /Champ force/],
  ['POST', '/api/sync/airtable/import', undefined, 400, /Aucune configuration trouvée pour airtable/],
  ['POST', '/api/sync/notion/export', undefined, 400, /Aucune configuration trouvée pour notion/],
  ['DELETE', CONFIG, undefined, 404, /Aucune configuration trouvée pour airtable/],
  ['GET', '/api/sync/logs?limit=NaN', undefined, 400, /limit : « NaN » n'est pas un nombre/],
  ['GET', '/api/sync/logs?limit=1e9', undefined, 400, /limit : « 1e9 » n'est pas un nombre/],
  [
    'GET',
    `/api/sync/logs?limit=${'9'.repeat(30)}`,
    undefined,
    400,
    /^Champ limit : .* Donnez au plus 1000\.$/,
  ],
  ['GET', '/api/sync/logs?limit=-1', undefined, 400, /limit : « -1 » est trop petit/],
  ['GET', '/api/sync/logs?cursor=424242', undefined, 400, /cursor : « 424242 » n'est l'identifiant/],
  [
    'GET',
    '/api/deals?statut=perdu',
    undefined,
    400,
    /statut : « perdu » n'est pas un statut connu.*prospect/,
  ],
  ['GET', '/api/deals?date_from=2026-02-30', undefined, 400, /date_from : « 2026-02-30 » n'est pas une date/],
  ['GET', '/api/deals?date_from=2026-03-02&date_to=2026-03-01', undefined, 400, /Inversez les deux dates/],
  [
    'GET',
    '/api/analytics/sectors?date_from=2026-03-02&date_to=2026-03-01',
    undefined,
    400,
    /date_from : vient après date_to/,
  ],
  [
    'POST',
    '/api/deals',
    { client: 'X', statut: 'perdu', montant_brut: 1 },
    400,
    /« perdu » n'est pas un statut/,
  ],
  [
    'POST',
    '/api/deals',
    { client: 'X', statut: 'gagné', montant_brut: 0 },
    400,
    /« 0 » n'est pas supérieur à 0/,
  ],
  [
    'POST',
    '/api/deals',
    { client: 'X', statut: 'gagné', montant_brut: -5 },
    400,
    /« -5 » n'est pas supérieur/,
  ],
  ['POST', '/api/deals', { client: 'X', statut: 'gagné', montant_brut: 1e15 }, 400, /dépasse la limite/],
  [
    'POST',
    '/api/deals',
    { client: 'X', statut: 'gagné', montant_brut: '12abc' },
    400,
    /« 12abc » n'est pas un montant/,
  ],
  ['GET', '/api/deals?search=%00', undefined, 400, /search : contient un caractère invisible/],
  ['GET', '/api/deals/0', undefined, 400, /id : « 0 » est trop petit/],
  ['GET', '/api/deals/abc', undefined, 400, /id : « abc » n'est pas un nombre/],
  ['GET', '/api/deals/9007199254740993', undefined, 400, /id/],
  ['GET', '/api/deals/9007199254740991', undefined, 404, /Deal non trouvé/],
];

describe.each(TEST_DIALECTS)('bad input (%s)', (dialect) => {
  it('is refused in French, with field and remedy, and changes nothing', async () => {
    const world = await openWorld(dialect);
    await addDeals(world.database, ['Atelier Morel']);
    const before = await everythingIn(world);
    for (const [method, path, body, status, sentence] of BAD_REQUESTS) {
      const answer = await world.call(method, path, body);
      const what = `${method} ${path} ${JSON.stringify(body)?.slice(0, 60)}`;
      expect({ status: answer.status, error: answer.body.error }, what).toEqual({
        status,
        error: expect.stringMatching(sentence),
      });
      expect(JSON.stringify(answer.body).length, what).toBeLessThan(600);
    }
    expect(await everythingIn(world)).toEqual(before);
  });
});

async function everythingIn({ database }: World): Promise<unknown> {
  const tables = await tablesOf(database);
  return Promise.all(tables.map((table) => database.em().execute(`select * from "${table}"`)));
}
