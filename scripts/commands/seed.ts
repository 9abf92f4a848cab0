/** `npm run seed -- --deals 1000`: realistic deals for demonstrations and benchmarks. Named as in start.ts. */
await import(import.meta.resolve('../../apps/api/scripts/seed.ts'));
