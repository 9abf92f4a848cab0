import { COUNT_CAP } from '@passerelle/connector';
import { notionFaults } from '@passerelle/emulators';
import { describe, expect, test } from 'vitest';
import { connect, TABLE_ID, TOKEN } from './support/connect.ts';
import { startNotion } from './support/emulated-notion.ts';

const UNKNOWN_WORDS = { object: 'error', status: 400, code: 'validation_error', message: 'Something new.' };

describe('the connection test', () => {
  const COLUMNS = ['Name', 'Amount', 'reference'];

  async function check(
    options: Parameters<typeof startNotion>[0] = {},
    settings: Parameters<typeof connect>[1] = {},
  ) {
    await using vendor = await startNotion(options);
    vendor.table.addRow({ Name: 'Acme' });
    const report = await connect(vendor.emulator.url, settings).test({
      columns: COLUMNS.map((text) => ({ text, knownIds: [] })),
    });
    const failed = report.checks.find(({ ok }) => !ok);
    return { ...report, failed, requests: vendor.emulator.requests };
  }

  test('of a sound connection says what it found, in four requests and the count', async () => {
    const { checks, tableName, recordCount, requests } = await check();
    expect(checks.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true]);
    expect(checks.map(({ message }) => message)).toEqual([
      'Notion répond.',
      "Jeton accepté : « Passerelle » dans l'espace « Espace de travail émulé ».",
      "La base Notion est partagée avec l'intégration.",
      'Table « Deals » trouvée, 6 colonnes.',
      'Toutes les colonnes de la correspondance existent.',
      "L'intégration peut modifier des lignes ; le droit d'en créer (« Insérer du contenu ») ne se vérifie qu'à la première création. En lecture seule : « Reference » (Notion remplit cette colonne lui-même.)",
    ]);
    expect({ tableName, recordCount }).toEqual({ tableName: 'Deals', recordCount: 1 });
    expect(requests).toHaveLength(5);
    expect(requests.at(-1)?.query).toEqual({ 'filter_properties[]': 'title' });
  });

  test('by data source id takes no more', async () => {
    const { failed, requests } = await check({}, { baseId: TABLE_ID });
    expect(failed).toBeUndefined();
    expect(requests).toHaveLength(5);
  });

  test('without sharing says where to share', async () => {
    const { failed, recordCount } = await check({ tokens: { [TOKEN]: { shared: [] } } });
    expect(failed).toMatchObject({
      name: 'access',
      message: expect.stringContaining('« ••• » > Connexions'),
    });
    expect(recordCount).toBeNull();
  });

  test('without the right to write says which boxes to tick', async () => {
    const { failed } = await check({ tokens: { [TOKEN]: { capabilities: ['read', 'user_info'] } } });
    expect(failed).toMatchObject({
      name: 'write',
      message: expect.stringContaining('« Mettre à jour le contenu » et « Insérer du contenu »'),
    });
  });

  test.each([
    [
      'a proxy that lets no change through',
      { kind: 'answer', status: 405, body: '<html>Method Not Allowed</html>' },
    ],
    ['a refusal of unknown words', { kind: 'answer', status: 400, body: UNKNOWN_WORDS }],
  ] as const)('with %s claims no right to write', async (_name, fault) => {
    const { failed, checks } = await check({ faults: [{ ...fault, match: { method: 'PATCH' } }] });
    expect(failed).toMatchObject({ name: 'write' });
    expect(checks.at(-1)?.message).not.toContain('peut modifier');
  });

  test('of a token that calls too much elsewhere says to wait, and nothing of the token', async () => {
    const { checks } = await check({
      faults: [notionFaults.rateLimited('public_api_space_request_rate_limit', { match: { path: /users/ } })],
    });
    expect(checks).toEqual([
      { name: 'network', ok: false, message: expect.stringContaining('Notion demande d') },
    ]);
  });

  test('without the right to read fails at the access', async () => {
    const { failed } = await check({ tokens: { [TOKEN]: { capabilities: ['update', 'insert'] } } });
    expect(failed).toMatchObject({ name: 'access' });
  });

  test('with several tables fails at the table, and lists them', async () => {
    const several = '0d000000-0000-4000-8000-0000000000c1';
    const dataSources = [
      { name: 'Europe', properties: {} },
      { name: 'Asie', properties: {} },
    ];
    const { failed, checks } = await check(
      { databases: [{ id: several, title: 'CRM', dataSources }] },
      { baseId: several },
    );
    expect(checks.map(({ name }) => name)).toEqual(['network', 'token', 'access', 'table']);
    expect(failed).toMatchObject({ name: 'table', message: expect.stringMatching(/« Europe ».*« Asie »/) });
  });

  test('with a table that cannot be counted says so, and why', async () => {
    const { failed, tableName, recordCount } = await check({
      faults: [notionFaults.rateLimited('public_api_request_blocked', { match: { path: /query$/ } })],
    });
    expect(failed).toMatchObject({ name: 'table', message: expect.stringContaining('de ne pas réessayer') });
    expect({ tableName, recordCount }).toEqual({ tableName: 'Deals', recordCount: null });
  });

  test('stops counting at the cap and says that there are more', async () => {
    await using vendor = await startNotion();
    vendor.table.addRows(Array.from({ length: COUNT_CAP + 1 }, () => ({})));
    const connector = connect(vendor.emulator.url);
    expect(await connector.test({ columns: [] })).toMatchObject({
      recordCount: COUNT_CAP,
      countCapped: true,
    });
  });

  test('of exactly as many rows as the cap is not capped', async () => {
    await using vendor = await startNotion();
    vendor.table.addRows(Array.from({ length: COUNT_CAP }, () => ({})));
    const connector = connect(vendor.emulator.url);
    expect(await connector.test({ columns: [] })).toMatchObject({
      recordCount: COUNT_CAP,
      countCapped: false,
    });
  });
});
