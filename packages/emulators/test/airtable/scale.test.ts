import { expect, test } from 'vitest';
import { startDeals } from './deals-emulator.ts';

test('the last pages of a large table cost what the first ones cost, sorted or not', async () => {
  const { emulator, call, deals } = await startDeals();
  deals.addRecords(
    Array.from({ length: 30_000 }, (_, index) => ({ Name: `n${index}`, Amount: index % 1000 })),
  );
  for (const query of ['', '&sort[0][field]=Amount', '&filterByFormula=Amount>=0']) {
    const durations: number[] = [];
    let offset: string | undefined = '';
    let rows = 0;
    while (offset !== undefined) {
      const started = performance.now();
      const { body } = await call(`GET @?fields[]=Name${query}&offset=${encodeURIComponent(offset)}`);
      durations.push(performance.now() - started);
      rows += body.records?.length ?? 0;
      offset = body.offset;
    }
    expect(rows).toBe(30_000);
    // The quick ones of each part: the others tell of the machine's other work.
    const typical = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 10)] ?? 0;
    const [early, late] = [typical(durations.slice(20, 100)), typical(durations.slice(-80))];
    // Work that grew with the position would make the last pages several times slower.
    expect(late).toBeLessThan(early * 3 + 2);
  }
  await emulator.close();
});
