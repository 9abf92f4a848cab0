import { parseArgs } from 'node:util';
import { insertDeals, type NewDeal, openDatabase } from '@passerelle/database';
import { loadSettings } from '../src/env.ts';
import { realisticDeals } from '../src/seed/realistic-deals.ts';

const BATCH = 5000;

const { values } = parseArgs({ options: { deals: { type: 'string', default: '1000' } } });
const count = /^[1-9]\d{0,7}$/.test(values.deals) ? Number(values.deals) : null;
if (count === null) {
  console.error(
    `Passerelle : --deals « ${values.deals} » n'est pas un nombre de deals. Donnez-en de 1 à 99999999.`,
  );
  process.exitCode = 1;
} else {
  await seed(count);
}

/** All of them or none. */
async function seed(total: number): Promise<void> {
  const database = await openDatabase({ url: loadSettings().databaseUrl });
  try {
    await database.migrate();
    await database.em().transactional(async (em) => {
      const work = { em, sql: database.sql };
      let batch: NewDeal[] = [];
      for (const deal of realisticDeals(total, new Date())) {
        if (batch.push(deal) < BATCH) continue;
        await insertDeals(work, batch);
        batch = [];
      }
      await insertDeals(work, batch);
    });
    console.log(`${total} deals ajoutés.`);
  } finally {
    await database.close();
  }
}
