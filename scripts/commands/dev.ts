import { inheritTool } from '../suite/run-tool.ts';

/**
 * `npm run dev`: the API, started again at each change of a file it loaded, and the console as it is written, on its own
 * port. Both end with the signal that ends this one.
 */
const [api] = await Promise.all([
  inheritTool(['node', '--watch', '--watch-preserve-output', 'apps/api/src/main.ts']),
  inheritTool([
    'turbo',
    'run',
    'dev',
    '--filter=@passerelle/console',
    '--output-logs=full',
    '--log-prefix=none',
  ]),
]);
process.exitCode = api;
