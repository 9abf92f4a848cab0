import { airtableFaults } from '@passerelle/emulators';
import { addDeal } from '../workbench.ts';
import { TABLE } from './address.ts';
import { loseOnBothSides } from './lose-on-both-sides.ts';
import { type KillParts, runOf, type Scenario } from './scenario.ts';
import { TOO_MANY } from './table.ts';
import { runTwoWays, undoTwoWays } from './undo-two-ways.ts';

const LISTING = { method: 'GET', path: '/Deals|/tbl' };
const CREATE = { method: 'POST' };
const UPDATE = { method: 'PATCH' };

const STATUSES = ['Won', 'prospect', 'À rappeler'];

/** Two pages, and as many batches. */
const rows = Array.from({ length: 12 }, (_, index) => ({
  Name: `Client ${index}`,
  Status: STATUSES[index % STATUSES.length] ?? '',
  Amount: 1000 + index,
}));

/** What people do on both sides between the first import and the run. */
async function changeBothSides({ database, vendor }: KillParts): Promise<void> {
  const table = vendor.state.table(TABLE.tableName);
  const ids = table.records().map(({ id }) => id);
  for (const id of ids.slice(0, 5)) table.patchRecord(id, { Notes: 'Rappeler lundi' });
  table.addRecords([
    { Name: 'Nouveau 0', Amount: 50 },
    { Name: 'Nouveau 1', Amount: 51 },
    { Name: 'Sans montant' },
  ]);
  await database.em().getConnection().execute('update deals set montant_brut = 7 where id > 9');
  for (let index = 0; index < 11; index += 1)
    await addDeal(database, { client: `Saisi ${index}`, montant_brut: 10 + index });
  for (const notes of ['un', 'deux']) await addDeal(database, { client: 'Jumeaux', notes });
}

const changed = { rows, prepare: changeBothSides, faults: [] };

const FAULTS_OF_LISTING = [
  { ...TOO_MANY, match: LISTING },
  airtableFaults.retriable({ match: LISTING, after: 1, retryAfterSeconds: 0 }),
  airtableFaults.iteratorLost({ match: LISTING, after: 1 }),
];

const FAULTS_OF_WRITES = [
  { ...TOO_MANY, match: CREATE },
  airtableFaults.droppedAfterCommit({ match: CREATE }),
  { ...airtableFaults.serverErrorAfterCommit({ match: CREATE, after: 1 }), status: 503 },
  airtableFaults.dropped({ match: UPDATE }),
  airtableFaults.serverErrorAfterCommit({ match: UPDATE }),
];

/** Every kind of run that is killed. A new kind is an entry here: what happens before, and how it begins. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'an import': { ...changed, begin: runOf('import') },
  'an import from a vendor that limits, fails and forgets its cursor': {
    ...changed,
    begin: runOf('import'),
    faults: FAULTS_OF_LISTING,
  },
  'an export': { ...changed, begin: runOf('export') },
  'an export to a vendor that commits and drops, commits and fails, and limits': {
    ...changed,
    begin: runOf('export'),
    faults: FAULTS_OF_WRITES,
  },
  'a two-way run': { ...changed, begin: runOf('sync') },
  'a two-way run with a vendor that does all of it': {
    ...changed,
    begin: runOf('sync'),
    faults: [...FAULTS_OF_LISTING, ...FAULTS_OF_WRITES],
  },
  'a two-way run over what either side lost': {
    rows: rows.slice(0, 9),
    prepare: loseOnBothSides,
    begin: runOf('sync'),
    faults: [],
  },
  'the undo of a two-way run': {
    rows: rows.slice(0, 5),
    prepare: runTwoWays,
    begin: undoTwoWays,
    faults: [],
  },
};
