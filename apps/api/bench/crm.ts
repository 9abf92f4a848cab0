import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedFile } from '@passerelle/database/bench';
import { compareFigures } from './crm-figures.ts';
import { measureMemory } from './crm-memory.ts';
import { compareStream } from './crm-stream.ts';
import { compareUpload } from './crm-upload.ts';

/** The CRM's own paths over HTTP, on SQLite, the server in a process of its own. Exits with 1 when a target is missed. */
const LARGE = 1_000_000;
const SMALL = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
try {
  const large = await seedFile(join(folder, 'large.db'), LARGE);
  const small = await seedFile(join(folder, 'small.db'), SMALL);
  const results = [
    await compareFigures(large),
    await compareStream(large),
    await compareUpload(folder),
    await measureMemory({ small, large }),
  ];
  if (results.includes(false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
