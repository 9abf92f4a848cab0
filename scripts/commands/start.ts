/** `npm start`: the API, from the folder its relative paths are meant for. */
await import('../../apps/api/src/main.ts');
