import { inheritTool } from '../suite/run-tool.ts';

/** `npm run bench`: every package's benchmarks, one after the other so that none slows another down. */
const options = [
  '--concurrency=1',
  '--continue=always',
  '--output-logs=full',
  '--log-prefix=none',
  ...process.argv.slice(2),
];
process.exitCode = await inheritTool(['turbo', 'run', 'bench', ...options]);
