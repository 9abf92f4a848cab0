import { inheritTool } from '../suite/run-tool.ts';

/** `npm run dev`: the API, started again at each change of a file it loaded. */
process.exitCode = await inheritTool(['node', '--watch', '--watch-preserve-output', 'apps/api/src/main.ts']);
