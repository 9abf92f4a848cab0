import { insertDeals } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { addSixDeals } from '../support/six-deals.ts';
import { openWorld } from '../support/world.ts';

describe.each(TEST_DIALECTS)('the export for spreadsheets (%s)', (dialect) => {
  it('holds what the filter shows, with formulas made harmless', async () => {
    const world = await openWorld(dialect);
    await addSixDeals(world.database);
    const form = {
      ...{ client: '=1+1', statut: 'gagné', montant_brut: 12.5, secteur: '@x', assignee: '+33' },
      notes: '-a;"b"\nc',
    };
    expect((await world.call('POST', '/api/deals', form)).status).toBe(201);
    const response = await fetch(`${world.origin}/api/deals/export.csv?statut=gagne&statut=prospect`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(
      [
        '\ufeffclient;statut;montant_brut;secteur;date_echeance;assignee;notes',
        'Atelier;gagné;1000,1;Industrie;2026-06-01;Claire;',
        'Cave;prospect;300,3;Industrie;2026-06-14;Claire;',
        `'=1+1;gagné;12,5;'@x;;'+33;"'-a;""b""\nc"`,
        '',
      ].join('\r\n'),
    );
    const refused = await world.call('GET', '/api/deals/export.csv?couleur=bleu');
    expect(refused).toMatchObject({ status: 400, body: { success: false, data: null } });
  });
});

describe.each(TEST_DIALECTS)('all deals at once (%s)', (dialect) => {
  it('are each the same as asked for alone, an older timestamp too', async () => {
    const world = await openWorld(dialect);
    await addSixDeals(world.database);
    const all = (await world.call('GET', '/api/deals')).body.data as { id: number }[];
    expect(all).toHaveLength(6);
    for (const deal of all) {
      expect((await world.call('GET', `/api/deals/${deal.id}`)).body.data).toEqual(deal);
    }
    expect(all).toContainEqual(expect.objectContaining({ created_at: '2026-05-01T00:00:00Z' }));
    expect((await world.call('GET', '/api/deals/')).body.data).toEqual(all);
  });

  it('come whole, over several batches', async () => {
    const { database, call } = await openWorld(dialect);
    const at = '2026-06-15T12:00:00.000Z';
    const row = { statut: 'gagné', montant_brut: 1, probabilite: 1, valeur_ponderee: 1, notes: null };
    const others = { secteur: null, assignee: null, date_echeance: null, created_at: at, updated_at: at };
    const deals = Array.from({ length: 2500 }, (_, index) => ({ ...row, ...others, client: `C${index}` }));
    await database.em().transactional((em) => insertDeals({ em, sql: database.sql }, deals));
    const { body } = await call('GET', '/api/deals');
    expect(body).toEqual({
      success: true,
      data: deals.map((deal, index) => ({ ...deal, id: index + 1 })),
      error: null,
    });
    expect((await call('GET', '/api/deals?search=personne')).body.data).toEqual([]);
  });
});
