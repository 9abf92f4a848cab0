import { parseArgs } from 'node:util';
import { PROBABILITES } from '@passerelle/contracts';
import { seedDeals } from '@passerelle/database';
import { loadSettings } from '../src/env.ts';
import { openPreparedDatabase } from '../src/open-prepared-database.ts';
import { startFault } from '../src/start-fault.ts';

/** The same deals for everybody, around the day they are made. */
const SEED = 1;

const { values } = parseArgs({ options: { deals: { type: 'string', default: '1000' } } });
const count = /^[1-9]\d{0,7}$/.test(values.deals) ? Number(values.deals) : null;
if (count === null) {
  console.error(
    `Passerelle : --deals « ${values.deals} » n'est pas un nombre de deals. Donnez-en de 1 à 99999999.`,
  );
  process.exitCode = 1;
} else {
  try {
    await seed(count);
  } catch (error) {
    const fault = startFault(error);
    console.error(fault === null ? error : `Passerelle : rien n’est ajouté. ${fault}`);
    process.exitCode = 1;
  }
}

async function seed(total: number): Promise<void> {
  const { database, preparation } = await openPreparedDatabase(loadSettings());
  if (preparation.copy !== null)
    console.log(`Base existante copiée avant d’être changée : ${preparation.copy}`);
  try {
    const today = new Date().toISOString().slice(0, 10);
    await seedDeals(
      { em: database.em(), sql: database.sql },
      { count: total, seed: SEED, today, probabilites: PROBABILITES },
    );
    console.log(`${total} deals ajoutés.`);
  } finally {
    await database.close();
  }
}
