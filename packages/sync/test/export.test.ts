import { ConnectorError } from '@passerelle/connector';
import { PendingWrite } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDeal, deals, outcomeCount, type Workbench, workbench } from './support/workbench.ts';

describe.each(TEST_DIALECTS)('an export on %s', (dialect) => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench(dialect);
  });
  afterEach(() => bench.remove());

  const addDeals = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      await addDeal(bench.database, { client: `Client ${i}`, montant_brut: 100 + i, statut: 'gagné' });
    }
  };

  test('creates each deal once, in the fewest requests, with the column’s own words', async () => {
    await addDeals(25);
    expect(await bench.export()).toMatchObject({ status: 'success', processed: 25, created: 25 });
    expect(bench.remote.writes.map((items) => items.length)).toEqual([10, 10, 5]);
    expect([...bench.remote.rows.values()][0]?.cells).toMatchObject({
      col_name: 'Client 0',
      col_status: 'Won',
      col_amount: 100,
    });
  });

  test('writes nothing the second time', async () => {
    await addDeals(25);
    await bench.export();
    bench.remote.writes.length = 0;
    const result = await bench.export();
    expect(result).toMatchObject({ processed: 25, unchanged: 25, created: 0, updated: 0 });
    expect(bench.remote.writes).toEqual([]);
    expect(await outcomeCount(bench.database, result.runId)).toBe(25);
  });

  test('sends only the changed fields of the changed deals', async () => {
    await addDeals(25);
    await bench.export();
    bench.remote.writes.length = 0;
    await bench.database.em().getConnection().execute('update deals set montant_brut = 9 where id <= 7');
    expect(await bench.export()).toMatchObject({ updated: 7, unchanged: 18 });
    expect(bench.remote.writes).toHaveLength(1);
    expect(bench.remote.writes[0]?.map((item) => item.cells)).toEqual(Array(7).fill({ col_amount: 9 }));
  });

  test('does not send back what it has just imported', async () => {
    for (let i = 0; i < 30; i += 1)
      bench.remote.add({ name: `Client ${i}`, status: 'À rappeler', amount: 5 });
    await bench.import();
    expect(await bench.export()).toMatchObject({ unchanged: 30 });
    expect(bench.remote.writes).toEqual([]);
  });

  test('leaves a remote change alone, and the next import takes it', async () => {
    await addDeals(1);
    await bench.export();
    const [row] = [...bench.remote.rows.keys()];
    bench.remote.edit(row ?? '', { notes: 'Rappeler lundi' });
    expect(await bench.export()).toMatchObject({ unchanged: 1 });
    expect(await bench.import()).toMatchObject({ updated: 1 });
    expect(await deals(bench.database)).toMatchObject([{ notes: 'Rappeler lundi' }]);
  });

  test('does not recreate a remote row that was deleted, and says so', async () => {
    await addDeals(1);
    await bench.export();
    bench.remote.rows.clear();
    expect(await bench.export()).toMatchObject({
      unchanged: 1,
      created: 0,
      errors: [expect.stringMatching(/^Client 0 : .*n’apparaît plus/)],
    });
    expect(bench.remote.rows.size).toBe(0);
  });

  test('looks before repeating when the answer of a create was lost', async () => {
    await addDeals(12);
    const error = new ConnectorError('outcome_unknown', 'Réponse perdue.');
    bench.remote.faults.push({ on: 'writeBatch', when: 'after', error });
    expect(await bench.export()).toMatchObject({ created: 12, failed: 0 });
    expect(bench.remote.rows.size).toBe(12);
    expect(await bench.database.em().count(PendingWrite, {})).toBe(0);
  });

  test('repeats a create that was lost before it happened', async () => {
    await addDeals(3);
    const error = new ConnectorError('outcome_unknown', 'Réponse perdue.');
    bench.remote.faults.push({ on: 'writeBatch', when: 'before', error });
    expect(await bench.export()).toMatchObject({ created: 3 });
    expect(bench.remote.rows.size).toBe(3);
  });

  test('takes up, at the next run, creates whose answers were lost with the process', async () => {
    await addDeals(1);
    await addDeal(bench.database, { client: 'Jumeaux', notes: 'un' });
    await addDeal(bench.database, { client: 'Jumeaux', notes: 'deux' });
    const lost = new ConnectorError('quota_exhausted', 'Quota épuisé.');
    bench.remote.faults.push({ on: 'writeBatch', when: 'after', error: lost });
    await expect(bench.export()).rejects.toMatchObject({ code: 'run_failed' });
    expect(bench.remote.rows.size).toBe(3);
    expect(await bench.export()).toMatchObject({ created: 0, unchanged: 3, failed: 0 });
    expect(bench.remote.rows.size).toBe(3);
  });

  test('parks the one record the vendor refuses and sends the others', async () => {
    await addDeals(9);
    await addDeal(bench.database, { client: 'Refusée' });
    const refuse = bench.remote.writeBatch.bind(bench.remote);
    bench.remote.writeBatch = async (request) => {
      if (request.items.some((item) => item.cells.col_name === 'Refusée')) {
        throw new ConnectorError('value_refused', 'Valeur refusée.');
      }
      return refuse(request);
    };
    const result = await bench.export();
    expect(result).toMatchObject({ status: 'partial', created: 9, failed: 1 });
    expect(result.errors).toEqual(['Refusée : Valeur refusée.']);
  });

  test('refuses a value that the column has no option for, and names the remedy', async () => {
    await addDeal(bench.database, { client: 'Lierre', statut: 'négociation' });
    bench.remote.columns = bench.remote.columns.map((column) =>
      column.id === 'col_status' ? { ...column, options: ['prospect'] } : column,
    );
    const result = await bench.export();
    expect(result).toMatchObject({ status: 'error', failed: 1 });
    expect(result.errors[0]).toMatch(/« négociation » n’est pas une option.*« Status »/);
  });

  test('of an empty CRM asks nothing of the vendor', async () => {
    bench.remote.faults.push({
      on: 'schema',
      when: 'before',
      error: new ConnectorError('network', 'Injoignable.'),
    });
    expect(await bench.export()).toMatchObject({ status: 'success', processed: 0 });
  });
});
