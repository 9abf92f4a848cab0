import { type AppParts, buildApp } from '../../src/app.ts';
import { memoryServices } from './memory-services.ts';

/** An application as one person runs it on one machine, over services that keep nothing. */
export function localApp(parts: Partial<AppParts> = {}) {
  return buildApp({
    services: memoryServices(),
    access: { apiKey: null },
    ...parts,
  });
}
