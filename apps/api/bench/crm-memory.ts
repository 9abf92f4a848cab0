import { startCrm } from './crm-process.ts';
import { csvOfDeals } from './crm-upload.ts';

/** Most that a process may reach, and how much further than for a hundredth of the deals, in MB. */
const MOST_MEGABYTES = 250;
const MOST_APART = 40;

const UPLOADS = { small: 10_000, large: 1_000_000 };

const PATHS = ['/deals', '/deals/export.csv', '/analytics/cold-deals', '/analytics/deadlines'];

/** Peak memory of servers on a small and a large table, one process for each path, and for an upload. */
export async function measureMemory(files: { small: string; large: string }): Promise<boolean> {
  const met: boolean[] = [];
  for (const path of PATHS) {
    const peakOf = (file: string) => peak(file, (server) => server.read(path));
    met.push(report(`GET /api${path}`, await peakOf(files.small), await peakOf(files.large)));
  }
  // Last: it adds to the small table.
  const uploaded = (rows: number) => peak(files.small, (server) => server.upload(csvOfDeals(rows)));
  met.push(report('POST /api/upload/csv', await uploaded(UPLOADS.small), await uploaded(UPLOADS.large)));
  return !met.includes(false);
}

async function peak(
  file: string,
  use: (server: Awaited<ReturnType<typeof startCrm>>) => Promise<unknown>,
): Promise<number> {
  const server = await startCrm(file);
  try {
    await use(server);
    return await server.peakMegabytes();
  } finally {
    await server.stop();
  }
}

function report(name: string, small: number, large: number): boolean {
  console.log(
    `${name}: peak memory ${small} MB of 10,000 deals, ${large} MB of 1,000,000 (target < ${MOST_MEGABYTES}, at most ${MOST_APART} apart)`,
  );
  return large < MOST_MEGABYTES && large - small <= MOST_APART;
}
