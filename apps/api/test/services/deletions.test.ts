import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../support/lossy-table.ts';
import type { Row } from '../support/remote-tables.ts';
import { openWorld, type World } from '../support/world.ts';

const PROVIDERS = ['airtable', 'notion'] as const;
type Provider = (typeof PROVIDERS)[number];

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    Name: `Client ${index}`,
    Status: 'prospect',
    Amount: 10 + index,
  }));

/** A CRM and a table of these rows in step, under a policy. */
async function inStep(
  dialect: (typeof TEST_DIALECTS)[number],
  { provider, deletion, count = 8 }: { provider: Provider; deletion: string; count?: number },
) {
  const world = await openWorld(dialect, { [provider]: rows(count) });
  await world.configure(provider);
  await world.call('PUT', `/api/connectors/${provider}/policies`, { deletion, full_scan_every: 1 });
  const run = async (way: string) => (await world.call('POST', `/api/sync/${provider}/${way}`)).body;
  expect(await run('import')).toMatchObject({ records_created: count });
  return { world, run, table: tableOf(world, provider) };
}

type Listed = {
  id: number;
  name: string;
  side: string;
  state: string;
  run_id: number;
  is_reversible: boolean;
};
const listed = async ({ call }: World, state = 'pending') =>
  (await call('GET', `/api/sync/deletions?state=${state}`)).body.data as Listed[];
const clients = async ({ call }: World) =>
  ((await call('GET', '/api/deals')).body.data as { client: string }[]).map(({ client }) => client);
const decide = (world: World, body: object) => world.call('POST', '/api/sync/deletions/decide', body);
/** The deals are numbered as their rows were read, from 1. */
const dealOf = (client: string) => `/api/deals/${Number(client.replace('Client ', '')) + 1}`;

describe.each(TEST_DIALECTS)('a record that one side lost (%s)', (dialect) => {
  describe.each(PROVIDERS)('of %s', (provider) => {
    it('is listed with all that is known of it, and left where it is, under flag', async () => {
      const { world, run, table } = await inStep(dialect, { provider, deletion: 'flag' });
      table.remove('Client 2');
      const { run_id } = await run('import');
      await world.call('DELETE', dealOf('Client 4'));
      const { run_id: exported } = await run('export');
      expect(await clients(world)).toContain('Client 2');
      expect(table.clients()).toContain('Client 4');
      const known = {
        provider,
        reason: null,
        decided_at: null,
        state: 'pending',
        noticed_at: expect.any(String),
      };
      expect(await listed(world)).toEqual([
        {
          ...{
            id: expect.any(Number),
            side: 'remote',
            name: 'Client 2',
            deal_id: 3,
            external_id: expect.any(String),
          },
          values: expect.objectContaining({ client: 'Client 2', statut: 'prospect', montant_brut: 12 }),
          ...{ ...known, run_id, is_reversible: true },
        },
        {
          ...{
            id: expect.any(Number),
            side: 'local',
            name: 'Client 4',
            deal_id: 5,
            external_id: expect.any(String),
          },
          values: expect.objectContaining({ client: 'Client 4', statut: 'prospect', montant_brut: 14 }),
          ...{ ...known, run_id: exported, is_reversible: provider === 'notion' },
        },
      ]);
    });

    it('is archived on the other side under archive, but never for good without a person', async () => {
      const { world, run, table } = await inStep(dialect, { provider, deletion: 'archive' });
      table.remove('Client 2');
      await world.call('DELETE', dealOf('Client 4'));
      const isReversible = provider === 'notion';
      expect(await run('sync')).toMatchObject({ status: 'success', records_updated: isReversible ? 2 : 1 });
      expect(await clients(world)).not.toContain('Client 2');
      expect((await world.call('GET', '/api/kpis')).body.data).toMatchObject({ nombre_deals: 6 });
      expect(table.clients().includes('Client 4')).toBe(!isReversible);
      const { data } = (await world.call('GET', '/api/deals/3/history')).body as { data: object[] };
      expect(data[0]).toMatchObject({ kind: 'archived', origin: 'sync' });
      if (isReversible) return;
      const [waiting] = await listed(world);
      expect(waiting).toMatchObject({ name: 'Client 4', is_reversible: false });
      const { body } = await decide(world, { ids: [waiting?.id], decision: 'archive' });
      expect(body.message).toMatch(/^1 enregistrement sera retiré/);
      expect(await run('export')).toMatchObject({ records_updated: 1 });
      expect(table.clients()).not.toContain('Client 4');
    });

    it('is told by a preview, which is applied to the letter or refused', async () => {
      const { world, run, table } = await inStep(dialect, { provider, deletion: 'archive' });
      table.remove('Client 2');
      await world.call('DELETE', dealOf('Client 4'));
      const preview = async () =>
        (await world.call('POST', `/api/sync/${provider}/preview`, { direction: 'sync' })).body.data as {
          id: number;
          counts: object;
        };
      const archives = provider === 'notion' ? 2 : 1;
      const first = await preview();
      expect(first.counts).toMatchObject({ archive: archives, create: 0, refused: 0 });
      table.remove('Client 6');
      expect((await world.call('POST', `/api/sync/plans/${first.id}/apply`)).status).toBe(409);
      expect(await clients(world)).toContain('Client 2');
      const second = await preview();
      expect(second.counts).toMatchObject({ archive: archives + 1 });
      const { status, body } = await world.call('POST', `/api/sync/plans/${second.id}/apply`);
      expect([status, body]).toEqual([200, expect.objectContaining({ records_updated: archives + 1 })]);
      expect(await run('sync')).toMatchObject({ records_updated: 0, records_created: 0 });
    });

    it('with many others waits for a person, and the preview says so before the run does', async () => {
      const { world, run, table } = await inStep(dialect, { provider, deletion: 'archive' });
      for (let index = 0; index < 6; index += 1) table.remove(`Client ${index}`);
      const { body } = await world.call('POST', `/api/sync/${provider}/preview`, { direction: 'import' });
      const message = expect.stringMatching(/^6 des 8 enregistrements reliés \(75 %\) ont disparu/);
      expect(body.data).toMatchObject({ state: 'ready', message, counts: { archive: 0 } });
      const result = await run('import');
      expect(result).toMatchObject({ status: 'partial', records_updated: 0 });
      const { run_id, errors } = result as { run_id: number; errors: string[] };
      expect(errors[0]).toEqual(message);
      const { data } = (await world.call('GET', `/api/sync/runs/${run_id}`)).body;
      expect(data).toMatchObject({ message, records_archived: 0 });
      expect(await clients(world)).toHaveLength(8);
      const decided = await decide(world, { filter: { provider }, decision: 'archive' });
      expect(decided.body).toEqual({
        success: true,
        decided: 6,
        refused: [],
        message: '6 deals archivés dans le CRM.',
      });
      expect(await clients(world)).toEqual(['Client 6', 'Client 7']);
    });

    it('is nobody’s when the vendor takes access away, before or while its table is read', async () => {
      const { world, run } = await inStep(dialect, { provider, deletion: 'archive', count: 103 });
      const listing = provider === 'airtable' ? { method: 'GET', path: '/Deals|/tbl' } : { path: '/query' };
      const lost =
        provider === 'airtable'
          ? {
              status: 403,
              body: { error: { type: 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', message: 'No.' } },
            }
          : { status: 404, body: { object: 'error', status: 404, code: 'object_not_found', message: 'No.' } };
      for (const after of [0, 1]) {
        world[provider].faults.add({ kind: 'answer', ...lost, match: listing, after });
        expect(await run('sync')).toMatchObject({ success: false });
      }
      expect(await clients(world)).toHaveLength(103);
      expect(await listed(world)).toEqual([]);
    });
  });

  it('comes back by itself when its row does, and leaves the list', async () => {
    const { world, run, table } = await inStep(dialect, { provider: 'notion', deletion: 'archive' });
    table.remove('Client 2');
    await run('import');
    await world.call('PUT', '/api/connectors/notion/policies', { deletion: 'flag' });
    table.remove('Client 3');
    await run('import');
    expect(await listed(world)).toMatchObject([{ name: 'Client 3' }]);
    const source = world.notion.state.dataSource('Deals');
    for (const row of source.rows) if (row.inTrash) source.restoreRow(row.id);
    const { data } = (await world.call('POST', '/api/sync/notion/preview', { direction: 'import' })).body;
    expect(data).toMatchObject({ counts: { update: 1, create: 0, unchanged: 7 } });
    expect(await run('import')).toMatchObject({
      records_created: 0,
      records_updated: 1,
      records_unchanged: 7,
    });
    expect((await world.call('GET', dealOf('Client 2'))).body.data).toMatchObject({
      id: 3,
      client: 'Client 2',
    });
    expect([await listed(world), await listed(world, 'archived')]).toEqual([[], []]);
    expect(await listed(world, 'returned')).toHaveLength(2);
  });

  it('is a person’s to decide on when Notion may only hide its page from us', async () => {
    const { world, run } = await inStep(dialect, { provider: 'notion', deletion: 'archive' });
    const { rows: pages } = world.notion.state.dataSource('Deals');
    world.notion.state.unshare(pages[2]?.id ?? '');
    world.notion.state.dataSource('Deals').deleteRows(pages[3]?.id ?? '');
    world.notion.state.dataSource('Deals').trashRow(pages[4]?.id ?? '');
    expect(await run('import')).toMatchObject({ status: 'success', records_updated: 1 });
    expect(await listed(world)).toMatchObject([
      { name: 'Client 2', reason: expect.stringContaining('encore partagé') },
      { name: 'Client 3', reason: expect.stringContaining('encore partagé') },
    ]);
    expect(await listed(world, 'archived')).toMatchObject([{ name: 'Client 4' }]);
    world.notion.state.share(pages[2]?.id ?? '');
    await run('import');
    expect(await listed(world)).toMatchObject([{ name: 'Client 3' }]);
  });

  it('is decided on once: again is the same, otherwise is refused, and a deal edited meanwhile is read again', async () => {
    const { world, run, table } = await inStep(dialect, { provider: 'airtable', deletion: 'flag' });
    for (const index of [1, 2, 3]) table.remove(`Client ${index}`);
    await run('import');
    const [first, second, third] = (await listed(world)).map(({ id }) => id);
    const archive = { ids: [first], decision: 'archive' };
    expect((await decide(world, archive)).body).toMatchObject({
      decided: 1,
      message: '1 deal archivé dans le CRM.',
    });
    expect((await decide(world, archive)).body).toMatchObject({ decided: 1, message: '1 l’était déjà.' });
    const kept = await decide(world, { ids: [first], decision: 'keep' });
    expect([kept.status, kept.body.error]).toEqual([
      409,
      expect.stringContaining('« Client 1 » est déjà archivé'),
    ]);
    await world.call('PUT', dealOf('Client 2'), { notes: 'Rappeler' });
    const edited = await decide(world, { ids: [second, third], decision: 'archive' });
    expect(edited.body).toMatchObject({
      decided: 1,
      refused: [{ id: second, reason: expect.stringContaining('changé') }],
    });
    expect((await decide(world, { ids: [second], decision: 'archive' })).body).toMatchObject({ decided: 1 });
    const back = await decide(world, { ids: [second], decision: 'restore', state: 'archived' });
    expect(back.body).toMatchObject({ decided: 1, message: '1 deal ramené dans le CRM.' });
    expect((await world.call('GET', dealOf('Client 2'))).body.data).toMatchObject({
      id: 3,
      notes: 'Rappeler',
    });
    expect(await run('export')).toMatchObject({ records_created: 1 });
    expect((await decide(world, { ids: [999_999], decision: 'keep' })).status).toBe(404);
    expect((await decide(world, { decision: 'keep' })).status).toBe(400);
  });

  it('is not looked for in an import of changes', async () => {
    const { world, run, table } = await inStep(dialect, { provider: 'airtable', deletion: 'archive' });
    await world.call('PUT', '/api/connectors/airtable/policies', { full_scan_every: 20 });
    await run('import');
    table.remove('Client 2');
    expect(await run('import')).toMatchObject({ status: 'success', records_updated: 0 });
    expect(await clients(world)).toContain('Client 2');
    expect(await run('import?full=true')).toMatchObject({ records_updated: 1 });
    expect(await clients(world)).not.toContain('Client 2');
    expect(await run('import')).toMatchObject({
      records_updated: 0,
      records_created: 0,
      records_unchanged: 7,
    });
  });
});
