import { inheritTool } from '../suite/run-tool.ts';

/** `npm run format`: writes the format and the safe lint fixes. */
process.exitCode = await inheritTool(['biome', 'check', '--write', ...process.argv.slice(2)]);
