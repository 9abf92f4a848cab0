import { captureTool } from '../suite/run-tool.ts';

/** `npm start`: the API and the console it serves, built first when it changed; a build that fails stops nothing else. */
const build = ['turbo', 'run', 'build', '--filter=@passerelle/console', '--output-logs=errors-only'] as const;
const { exitCode, output, stopped } = await captureTool(build);
if (stopped) process.exit();
if (exitCode !== 0) console.error(`La console n’a pas pu être construite ; l’API démarre seule.\n${output}`);
// Named by its address, so that checking the types of scripts does not check the API again.
await import(import.meta.resolve('../../apps/api/src/main.ts'));
