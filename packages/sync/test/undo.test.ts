import { DealTombstone, RunOutcome, SyncLog, SyncRun, WithheldDeal } from '@passerelle/database';
import { TEST_DIALECTS } from '@passerelle/database/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addDeal, deals, undo, type Workbench, workbench } from './support/workbench.ts';

async function open(dialect: Parameters<typeof workbench>[0]): Promise<Workbench> {
  const bench = await workbench(dialect);
  onTestFinished(() => bench.remove());
  return bench;
}

const acme = { name: 'Acme', amount: 1000, status: 'Won', notes: 'Rappeler' };

async function edit(bench: Workbench, id: number, values: Record<string, string | number>): Promise<void> {
  await bench.edit(id, values);
}

describe.each(TEST_DIALECTS)('undoing an import (%s)', (dialect) => {
  test('takes created deals away, keeps what they held, and the next import leaves them away', async () => {
    const bench = await open(dialect);
    bench.remote.add(acme);
    bench.remote.add({ name: 'Borel', amount: 50 });
    const { runId } = await bench.import();
    const { plan, result } = await undo(bench, runId);
    expect(plan.map(({ kind, client }) => [kind, client])).toEqual([
      ['remove', 'Acme'],
      ['remove', 'Borel'],
    ]);
    expect(result).toMatchObject({ processed: 2, updated: 2, unchanged: 0, failed: 0, status: 'success' });
    expect(await deals(bench.database)).toEqual([]);
    expect(await bench.import()).toMatchObject({ created: 0, unchanged: 2, failed: 0 });
    const [told] = await bench.database
      .em()
      .find(RunOutcome, { run_id: result.runId }, { orderBy: { position: 'asc' } });
    expect(told).toMatchObject({ outcome: 'reversed', name: 'Acme', external_id: 'row000001' });
    expect(await bench.database.em().findOne(SyncLog, { id: result.runId })).toMatchObject({
      direction: 'undo',
    });
    expect(await bench.database.em().findOne(SyncRun, { id: runId })).toMatchObject({
      undone_by: result.runId,
    });
  });

  test('keeps a deal that a person edited since, and says which value', async () => {
    const bench = await open(dialect);
    bench.remote.add(acme);
    bench.remote.add({ name: 'Borel', amount: 50 });
    const { runId } = await bench.import();
    const [first] = await deals(bench.database);
    await edit(bench, first?.id ?? 0, { montant_brut: 1500 });
    const { result } = await undo(bench, runId);
    expect(result).toMatchObject({ updated: 1, unchanged: 1, failed: 0 });
    expect(result.errors).toEqual([
      'Acme : Gardé, car modifié depuis : montant_brut (écrit : « 1000 », aujourd’hui : « 1500 » dans le CRM).',
    ]);
    expect((await deals(bench.database)).map(({ client, montant_brut }) => [client, montant_brut])).toEqual([
      ['Acme', 1500],
    ]);
  });

  test('puts changed fields back, field by field, without the next runs doing it again on either side', async () => {
    const bench = await open(dialect);
    const id = bench.remote.add(acme);
    await bench.import();
    bench.remote.edit(id, { amount: 2000, notes: 'Signé' });
    const { runId } = await bench.import();
    const [deal] = await deals(bench.database);
    await edit(bench, deal?.id ?? 0, { notes: 'À moi' });
    const { plan, result } = await undo(bench, runId);
    expect(plan).toMatchObject([
      { kind: 'update', changes: [{ field: 'montant_brut', side: 'local', before: 2000, after: 1000 }] },
    ]);
    expect(result).toMatchObject({ processed: 1, updated: 1 });
    expect(await deals(bench.database)).toMatchObject([{ montant_brut: 1000, notes: 'À moi' }]);
    expect(await bench.import()).toMatchObject({ updated: 0, unchanged: 1 });
    await bench.export();
    expect(bench.remote.rows.get(id)?.cells).toMatchObject({ col_amount: 2000, col_notes: 'À moi' });
    bench.remote.edit(id, { amount: 3000 });
    await bench.import();
    expect(await deals(bench.database)).toMatchObject([{ montant_brut: 3000 }]);
  });

  test('can itself be undone: the deals are back under their ids, linked as they were', async () => {
    const bench = await open(dialect);
    const id = bench.remote.add(acme);
    const { runId } = await bench.import();
    const before = (await deals(bench.database)).map(({ updated_at: _, ...deal }) => deal);
    const first = await undo(bench, runId);
    const second = await undo(bench, first.result.runId);
    expect(second.plan.map(({ kind }) => kind)).toEqual(['restore']);
    expect((await deals(bench.database)).map(({ updated_at: _, ...deal }) => deal)).toEqual(before);
    expect(await bench.database.em().count(DealTombstone)).toBe(0);
    expect(await bench.database.em().findOne(SyncRun, { id: runId })).toMatchObject({ undone_by: null });
    bench.remote.edit(id, { amount: 1200 });
    expect(await bench.import()).toMatchObject({ created: 0, updated: 1 });
    await expect(undo(bench, first.result.runId)).rejects.toMatchObject({ code: 'not_undoable' });
    expect((await undo(bench, runId)).result).toMatchObject({ unchanged: 1, updated: 0 });
  });

  test('is refused twice, while it runs, when it changed nothing, and once its details are gone', async () => {
    const bench = await open(dialect);
    bench.remote.add(acme);
    const { runId } = await bench.import();
    const nothing = await bench.import();
    await expect(undo(bench, nothing.runId)).rejects.toThrow('n’a rien changé');
    const undone = await undo(bench, runId);
    await expect(undo(bench, runId)).rejects.toThrow(
      `est déjà annulée, par l’exécution ${undone.result.runId}`,
    );
    bench.remote.add({ name: 'Colin', amount: 3 });
    const later = await bench.import();
    await bench.database.em().nativeUpdate(SyncRun, { id: later.runId }, { active_provider: 'memory' });
    await expect(undo(bench, later.runId)).rejects.toThrow('est en cours');
    await bench.database.em().nativeUpdate(SyncRun, { id: later.runId }, { active_provider: null });
    const em = bench.database.em();
    const kept = await em.find(RunOutcome, { run_id: later.runId });
    await em.nativeDelete(RunOutcome, { run_id: later.runId });
    await expect(undo(bench, later.runId)).rejects.toThrow('a été effacé');
    await bench.database.em().insertMany(
      RunOutcome,
      kept.map((row) => ({ ...row })),
    );
  });
});

describe.each(TEST_DIALECTS)('undoing an export (%s)', (dialect) => {
  test('takes created rows out again and puts changed cells back in their own words', async () => {
    const bench = await open(dialect);
    const id = bench.remote.add({ ...acme, status: 'À rappeler' });
    await bench.import();
    const [deal] = await deals(bench.database);
    await edit(bench, deal?.id ?? 0, { statut: 'gagné', montant_brut: 1500 });
    await addDeal(bench.database, { client: 'Neuf' });
    const { runId } = await bench.export();
    expect(bench.remote.rows.get(id)?.cells).toMatchObject({ col_status: 'Won', col_amount: 1500 });
    const { plan, result } = await undo(bench, runId);
    expect(plan.map(({ kind }) => kind).toSorted()).toEqual(['remove', 'update']);
    expect(result).toMatchObject({ processed: 2, updated: 2, failed: 0 });
    expect([...bench.remote.rows.values()].map(({ cells }) => cells)).toEqual([
      { col_name: 'Acme', col_amount: 1000, col_status: 'À rappeler', col_notes: 'Rappeler' },
    ]);
    expect(bench.remote.archived.size).toBe(1);
    expect(await bench.export()).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await bench.import()).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await deals(bench.database)).toMatchObject([
      { statut: 'gagné', montant_brut: 1500 },
      { client: 'Neuf' },
    ]);
  });

  test('keeps rows and cells that were edited there since', async () => {
    const bench = await open(dialect);
    const id = bench.remote.add(acme);
    await bench.import();
    const [deal] = await deals(bench.database);
    await edit(bench, deal?.id ?? 0, { montant_brut: 1500, notes: 'Ici' });
    await addDeal(bench.database, { client: 'Neuf' });
    const { runId } = await bench.export();
    const made = [...bench.remote.rows.keys()].find((one) => one !== id) ?? '';
    bench.remote.edit(made, { notes: 'Complété là-bas' });
    bench.remote.edit(id, { amount: 1700 });
    const { result } = await undo(bench, runId);
    expect(result).toMatchObject({ processed: 2, updated: 1, unchanged: 1 });
    expect(bench.remote.rows.get(id)?.cells).toMatchObject({ col_amount: 1700, col_notes: 'Rappeler' });
    expect(bench.remote.rows.has(made)).toBe(true);
    expect(result.errors.join(' ')).toContain(
      'notes (écrit : vide, aujourd’hui : « Complété là-bas » dans le service)',
    );
  });

  test('can itself be undone: the rows are back, linked as they were', async () => {
    const bench = await open(dialect);
    await addDeal(bench.database, { client: 'Neuf' });
    const { runId } = await bench.export();
    const made = [...bench.remote.rows.keys()];
    const first = await undo(bench, runId);
    expect(await bench.database.em().count(WithheldDeal)).toBe(1);
    await undo(bench, first.result.runId);
    expect([...bench.remote.rows.keys()]).toEqual(made);
    expect(await bench.database.em().count(WithheldDeal)).toBe(0);
    expect(await bench.export()).toMatchObject({ created: 0, unchanged: 1 });
  });

  test('a deal that is edited afterwards is exported again', async () => {
    const bench = await open(dialect);
    const dealId = await addDeal(bench.database, { client: 'Neuf' });
    await undo(bench, (await bench.export()).runId);
    expect(await bench.export()).toMatchObject({ created: 0 });
    await edit(bench, dealId, { notes: 'À publier' });
    expect(await bench.export()).toMatchObject({ created: 1 });
    expect(await bench.database.em().count(WithheldDeal)).toBe(0);
  });
});

describe.each(TEST_DIALECTS)('undoing a two-way run (%s)', (dialect) => {
  test('takes both sides back', async () => {
    const bench = await open(dialect);
    const id = bench.remote.add(acme);
    await bench.import();
    const [deal] = await deals(bench.database);
    await edit(bench, deal?.id ?? 0, { montant_brut: 1500 });
    bench.remote.edit(id, { notes: 'Signé' });
    bench.remote.add({ name: 'Là-bas', amount: 5 });
    await addDeal(bench.database, { client: 'Ici' });
    const { runId } = await bench.sync();
    expect(bench.remote.rows.size).toBe(3);
    const { result } = await undo(bench, runId);
    expect(result).toMatchObject({ processed: 3, updated: 3, failed: 0 });
    expect(
      (await deals(bench.database)).map(({ client, montant_brut, notes }) => [client, montant_brut, notes]),
    ).toEqual([
      ['Acme', 1500, 'Rappeler'],
      ['Ici', 1000, null],
    ]);
    expect(
      [...bench.remote.rows.values()].map(({ cells }) => [cells.col_name, cells.col_amount, cells.col_notes]),
    ).toEqual([
      ['Acme', 1000, 'Signé'],
      ['Là-bas', 5, undefined],
    ]);
    expect(await bench.sync()).toMatchObject({ created: 0, updated: 0 });
  });
});
