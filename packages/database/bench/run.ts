import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareAnalytics } from './analytics.ts';
import { seedFile } from './bench-database.ts';
import { compareInserts } from './inserts.ts';
import { measureMemory } from './memory.ts';
import { compareSearch } from './search.ts';
import { compareStreaming } from './streaming.ts';

/**
 * Deals on SQLite: each query of ours against the same SQL run by better-sqlite3 itself, in turns in one run, and the
 * memory that reading takes, in processes of their own. Exits with 1 when a target is missed.
 */
const LARGE = 1_000_000;
const MEDIUM = 100_000;
const SMALL = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
try {
  const large = await seedFile(join(folder, 'large.db'), LARGE);
  const small = await seedFile(join(folder, 'small.db'), SMALL);
  const results = [
    await compareAnalytics(large),
    await compareStreaming(large),
    measureMemory({ small, large }),
    await compareSearch(await seedFile(join(folder, 'medium.db'), MEDIUM)),
    await compareInserts(folder),
  ];
  if (results.includes(false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
