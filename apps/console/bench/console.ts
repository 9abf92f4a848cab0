import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openBrowser } from '../test/support/browser.ts';
import { firstLoadBytes } from '../test/support/first-load.ts';
import { buildConsole, startServer } from '../test/support/server.ts';
import { firstVisit } from './first-visit.ts';
import { longestFrameMs } from './longest-frame.ts';
import { repeatedRequests } from './repeated-requests.ts';

const SEED = fileURLToPath(import.meta.resolve('@passerelle/api/scripts/seed.ts'));
const DEALS = 100_000;

/** What the console weighs, how soon its first page is there on a slow machine, and how a long table scrolls. */
const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
const DATABASE_URL = `sqlite:${join(folder, 'crm.db')}`;
await buildConsole();
await promisify(execFile)(process.execPath, [SEED, '--deals', String(DEALS)], {
  cwd: folder,
  env: { DATABASE_URL },
});
{
  await using server = await startServer({ DATABASE_URL });
  await using browser = await openBrowser();
  const tell = (what: string, figure: string) => console.log(`console: ${what}  ${figure}`);

  const kilobytes = (await firstLoadBytes(browser, server.origin)) / 1024;
  tell('first load of the dashboard', `${kilobytes.toFixed(1)} kB of compressed JavaScript (most 200)`);

  const { largestPaintMs, interactionMs } = await firstVisit(browser, server.origin);
  const slow = 'CPU 4 × slower, 1.6 Mbit/s, 150 ms there and back';
  tell(`largest paint, ${slow}`, `${(largestPaintMs / 1000).toFixed(2)} s`);
  tell('first interaction, likewise', `${interactionMs.toFixed(0)} ms until the list of a filter is open`);

  const frameMs = await longestFrameMs(browser, server.origin);
  tell(`${DEALS} deals scrolled from end to end`, `longest frame ${frameMs.toFixed(0)} ms (most 50)`);

  const repeated = await repeatedRequests(browser, server.origin);
  tell('requests repeated on the way back', `${repeated.length} (most 0) ${repeated.join(' ')}`);
}
rmSync(folder, { recursive: true });
