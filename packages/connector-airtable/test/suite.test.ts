import { connectorSuite } from '@passerelle/connector/suite';
import { defineAirtable } from '../src/definition.ts';
import { startAirtable } from './airtable-under-test.ts';

connectorSuite({
  definition: defineAirtable({ lockOutMs: () => 20, timeoutMs: 5_000 }),
  rateLimits: [{ calls: 5, windowMs: 1_000 }],
  start: (options) => startAirtable(options),
});
