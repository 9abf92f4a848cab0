import { coldFigures, keyFigures, sectorFigures, streamColdDeals, streamDeals } from '../src/index.ts';
import { NOW, WON, withDatabase, workOn } from './bench-database.ts';

/**
 * Reads the file it is given as a server would, `deals` (every deal and the figures) or `cold` (the deals in an order no
 * index has), and prints the peak of its memory in MB.
 */
const [, , file = '', what] = process.argv;
const cold = { wonStatuts: WON, now: NOW };
let bytes = 0;
await withDatabase(file, async (database) => {
  const work = () => workOn(database);
  if (what === 'deals') {
    for await (const deals of streamDeals(work())) {
      for (const deal of deals) bytes += JSON.stringify(deal).length;
    }
  } else {
    const list = { shape: { id: 'id', client: 'client', days: 'days' }, showAmount: String } as const;
    for await (const json of streamColdDeals(work(), {}, { ...cold, list })) bytes += json.length;
  }
  await keyFigures(work(), {}, cold);
  await sectorFigures(work(), {});
  await coldFigures(work(), {}, cold);
});
if (bytes === 0) throw new Error('nothing was read');
console.log(Math.round(process.resourceUsage().maxRSS / 1000));
