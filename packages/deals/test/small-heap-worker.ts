import { parentPort } from 'node:worker_threads';
import { readDealCsv } from '../src/index.ts';

/** Reads 200,000 rows and tells how many came; run where the heap is too small to keep them. */
const block = Buffer.from('Société,prospect,"8 500,50 €",une note qui tient sur la ligne\n'.repeat(1_000));

async function* source() {
  yield Buffer.from('client,statut,montant_brut,notes\n');
  for (let blocks = 0; blocks < 200; blocks += 1) yield block;
}

let rows = 0;
for await (const row of readDealCsv(source())) rows += row.ok ? 1 : 0;
parentPort?.postMessage(rows);
