import { ConnectorError } from '@passerelle/connector';
import { SyncLog } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SyncError } from '../src/index.ts';
import { addDeal, deals, outcomeCount, stagedCount, type Workbench, workbench } from './support/workbench.ts';

describe.each(TEST_DIALECTS)('an import on %s', (dialect) => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(dialect);
  });
  afterEach(() => bench.remove());

  test('creates each remote row once, with statut, probability and weighted value', async () => {
    bench.remote.add({ name: 'Aubépine SA', status: 'Qualified', amount: 1500.55, due: '2026-12-24' });
    const result = await bench.import();
    expect(result).toMatchObject({ status: 'success', processed: 1, created: 1, failed: 0 });
    expect(await deals(bench.database)).toMatchObject([
      {
        client: 'Aubépine SA',
        statut: 'qualifié',
        montant_brut: 1500.55,
        probabilite: 0.3,
        valeur_ponderee: 450.17,
        date_echeance: '2026-12-24',
      },
    ]);
  });

  test('changes nothing the second time and says so', async () => {
    for (let i = 0; i < 250; i += 1)
      bench.remote.add({ name: `Client ${i}`, status: 'prospect', amount: i + 1 });
    await bench.import();
    const before = await deals(bench.database);
    const result = await bench.import();
    expect(result).toMatchObject({ processed: 250, created: 0, updated: 0, unchanged: 250 });
    expect(await deals(bench.database)).toEqual(before);
  });

  test('refuses bad rows with a reason that names them, and takes the others', async () => {
    bench.remote.add({ name: 'Bonne', amount: 10 });
    bench.remote.add({ name: 'Sans montant' });
    bench.remote.add({ name: null, amount: 10 });
    const result = await bench.import();
    expect(result).toMatchObject({ status: 'partial', processed: 3, created: 1, failed: 2 });
    expect(result.errors[0]).toMatch(/^Sans montant : .*montant_brut/);
    expect(result.errors[1]).toMatch(/^row000003 : .*client/);
    expect(await outcomeCount(bench.database, result.runId)).toBe(3);
    expect(await stagedCount(bench.database)).toBe(0);
  });

  test('is an error, and not a failure, when every row is refused', async () => {
    bench.remote.add({ name: 'Sans montant' });
    expect(await bench.import()).toMatchObject({ status: 'error', processed: 1, failed: 1 });
  });

  test('reads an unknown status as a prospect and names the record', async () => {
    bench.remote.add({ name: 'Bruyère', status: 'À rappeler', amount: 10 });
    const result = await bench.import();
    expect(result.unknownStatuses).toEqual(['Bruyère : « À rappeler »']);
    expect(await deals(bench.database)).toMatchObject([{ statut: 'prospect' }]);
  });

  test('updates only the fields that changed remotely and keeps what a person changed here', async () => {
    const row = bench.remote.add({ name: 'Cèdre', status: 'prospect', amount: 100, sector: 'Santé' });
    await bench.import();
    const [deal] = await deals(bench.database);
    await bench.database
      .em()
      .getConnection()
      .execute(`update deals set secteur = 'Conseil' where id = ${deal?.id}`);
    bench.remote.edit(row, { amount: 200 });
    expect(await bench.import()).toMatchObject({ updated: 1, unchanged: 0 });
    expect(await deals(bench.database)).toMatchObject([
      { montant_brut: 200, valeur_ponderee: 20, secteur: 'Conseil' },
    ]);
  });

  test('takes the remote value when both sides changed the same field', async () => {
    const row = bench.remote.add({ name: 'Daphné', amount: 100 });
    await bench.import();
    await bench.database.em().getConnection().execute('update deals set montant_brut = 150');
    bench.remote.edit(row, { amount: 200 });
    await bench.import();
    expect(await deals(bench.database)).toMatchObject([{ montant_brut: 200 }]);
  });

  test('keeps two remote rows of the same client as two deals', async () => {
    bench.remote.add({ name: 'Érable', amount: 1 });
    bench.remote.add({ name: 'Érable', amount: 2 });
    expect(await bench.import()).toMatchObject({ created: 2 });
    expect(await bench.import()).toMatchObject({ created: 0, unchanged: 2 });
  });

  test('adopts the one deal of that name that was never linked, and fills its empty fields only', async () => {
    await addDeal(bench.database, { client: 'Fougère', notes: 'Vu au salon', montant_brut: 1000 });
    bench.remote.add({ name: 'Fougère', amount: 1000, sector: 'Énergie' });
    expect(await bench.import()).toMatchObject({ created: 0, updated: 1 });
    expect(await deals(bench.database)).toMatchObject([{ notes: 'Vu au salon', secteur: 'Énergie' }]);
  });

  test('never guesses between two deals of the same name', async () => {
    await addDeal(bench.database, { client: 'Genêt' });
    await addDeal(bench.database, { client: 'Genêt' });
    bench.remote.add({ name: 'Genêt', amount: 5 });
    const result = await bench.import();
    expect(result).toMatchObject({ created: 0, failed: 1 });
    expect(result.errors[0]).toMatch(/ambigu/);
  });

  test('goes on with a renamed column', async () => {
    bench.remote.add({ name: 'Houx', amount: 5 });
    await bench.import();
    bench.remote.columns = bench.remote.columns.map((column) =>
      column.id === 'col_amount' ? { ...column, name: 'Montant HT' } : column,
    );
    expect(await bench.import()).toMatchObject({ unchanged: 1, failed: 0 });
  });

  test('starts the listing again when the vendor forgot its cursor', async () => {
    for (let i = 0; i < 350; i += 1) bench.remote.add({ name: `Client ${i}`, amount: 1 });
    let pages = 0;
    bench.remote.beforePage = () => {
      pages += 1;
      if (pages === 3) throw new ConnectorError('cursor_expired', 'Lecture à reprendre.');
    };
    expect(await bench.import()).toMatchObject({ created: 350, processed: 350 });
    expect(pages).toBe(7);
  });

  test('fails with the connector’s sentence when the vendor cannot be reached, and its log says so', async () => {
    const error = new ConnectorError('token_refused', 'Jeton refusé.');
    bench.remote.faults.push({ on: 'schema', when: 'before', error });
    await expect(bench.import()).rejects.toMatchObject({ code: 'run_failed', message: 'Jeton refusé.' });
    expect(await bench.database.em().find(SyncLog, {})).toMatchObject([
      {
        status: 'error',
        error_message: 'Jeton refusé.',
        direction: 'import',
        completed_at: expect.any(String),
      },
    ]);
  });

  test('changes nothing when the listing cannot be finished', async () => {
    for (let i = 0; i < 250; i += 1) bench.remote.add({ name: `Client ${i}`, amount: 1 });
    let pages = 0;
    bench.remote.beforePage = () => {
      pages += 1;
      if (pages > 2) throw new ConnectorError('vendor_down', 'Service indisponible.');
    };
    await expect(bench.import()).rejects.toBeInstanceOf(SyncError);
    expect(await deals(bench.database)).toEqual([]);
    // What was read is kept for whoever takes the run up.
    expect(await stagedCount(bench.database)).toBe(200);
  });

  test('refuses a second run while one is active, and accepts it afterwards', async () => {
    bench.remote.add({ name: 'If', amount: 5 });
    let second: Promise<unknown> | undefined;
    bench.remote.beforePage = async () => {
      second ??= bench.export().catch((error: unknown) => error);
      // The first run waits here: however slow the machine, the second one begins while it is active.
      await second;
    };
    await bench.import();
    expect(await second).toMatchObject({ code: 'run_active' });
    expect(await bench.export()).toMatchObject({ status: 'success' });
  });

  test('names the missing column and the remedy', async () => {
    const mapping = { client: 'Name', montant_brut: 'Prix' } as const;
    const run = bench.engine.run({
      provider: 'memory',
      direction: 'import',
      connector: bench.remote,
      mapping,
    });
    await expect(run).rejects.toMatchObject({
      code: 'mapping_unusable',
      message: expect.stringMatching(/« Prix ».*montant_brut.*« Amount »/),
    });
  });
});
