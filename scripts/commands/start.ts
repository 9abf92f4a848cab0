import { existsSync } from 'node:fs';

/** `npm start`: the API, from the folder its relative paths are meant for. */
if (existsSync('.env')) process.loadEnvFile('.env');
await import('../../apps/api/src/main.ts');
