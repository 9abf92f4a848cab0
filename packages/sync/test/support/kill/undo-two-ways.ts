import { addDeal } from '../workbench.ts';
import { TABLE } from './address.ts';
import { type KillParts, runOf, type Scenario } from './scenario.ts';

/** The two-way run that is taken back (the import of the rows comes before it), and the plan of that, the first there is. */
const UNDONE = { provider: 'airtable', undoneRunId: 2 };
const PLAN = 1;

/**
 * A two-way run that creates and updates on both sides, then a person's edit of something it wrote on each, and the plan
 * of how the run is taken back.
 */
export async function runTwoWays({ database, vendor, engine, connection }: KillParts): Promise<void> {
  const execute = (sql: string) => database.em().getConnection().execute(sql);
  const table = vendor.state.table(TABLE.tableName);
  const [first = '', second = ''] = table.records().map(({ id }) => id);
  for (const id of [first, second]) table.patchRecord(id, { Notes: 'Rappeler lundi' });
  table.addRecord({ Name: 'Nouveau', Amount: 50 });
  await execute('update deals set montant_brut = 7 where id > 3');
  for (const client of ['Saisi 0', 'Saisi 1']) await addDeal(database, { client });
  await runOf('sync')(engine, connection);
  await execute(`update deals set notes = 'gardé' where id = 1`);
  const written = table.records().find(({ fields }) => fields.Name === 'Saisi 1');
  table.patchRecord(written?.id ?? '', { Notes: 'gardé' });
  const plan = await engine.previewUndo({ ...UNDONE, connection });
  if (plan !== PLAN) throw new RangeError(`the first plan has the id ${plan}`);
}

/** Takes the run back as planned. */
export const undoTwoWays: Scenario['begin'] = async (engine, connection) => {
  await (await engine.startUndo({ ...UNDONE, connection, planId: PLAN })).result;
};
