import { inheritTool } from '../suite/run-tool.ts';

/** `npm run generate`: writes again what derives from the contract, each file after those it is made from. */
process.exitCode = await inheritTool(['turbo', 'run', 'generate', '--output-logs=full', '--log-prefix=none']);
