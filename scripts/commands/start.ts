/** `npm start`: the API. Named by its address, so that checking the types of scripts does not check the API again. */
await import(import.meta.resolve('../../apps/api/src/main.ts'));
