import { SCENES } from './scenes.ts';
import type { BenchBase, Vendor } from './vendors.ts';

/** The latency of a real network. */
const LATENCY_MS = 150;

/** The base of a vendor, as its own process and the one that measures must both know it: each run has a table of its own. */
export function baseOf({ baseId, calls, definition }: Vendor): BenchBase {
  const tables = SCENES.flatMap(({ share, directions }) =>
    directions.map((direction) => ({
      name: `${direction} ${share}`,
      rows: direction === 'export' ? [] : rows(calls * share * definition.capabilities.pageSize),
    })),
  );
  return { baseId, token: 'bench', latencyMs: LATENCY_MS, tables };
}

function rows(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    Name: `Client ${index}`,
    Status: 'prospect',
    Amount: 1000 + index,
  }));
}
