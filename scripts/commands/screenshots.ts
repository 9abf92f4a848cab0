import { inheritTool } from '../suite/run-tool.ts';

/** `npm run screenshots`: every page of the console in both themes and three widths. */
process.exitCode = await inheritTool([
  'node',
  'apps/console/scripts/screenshots.ts',
  ...process.argv.slice(2),
]);
