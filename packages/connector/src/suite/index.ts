import { describe } from 'vitest';
import { archivingTests } from './archiving.ts';
import { changesTests } from './changes.ts';
import { connectionTests } from './connection-test.ts';
import { failureTests } from './failures.ts';
import type { ConnectorHarness } from './harness.ts';
import { optionTests } from './options.ts';
import { rateTests } from './rate.ts';
import { readingTests } from './reading.ts';
import { writingTests } from './writing.ts';

export * from './harness.ts';
export { connectTo, expectFailure, Session } from './session.ts';

/**
 * What every connector must do, run against its emulator over HTTP. Call it once in a test file of the connector's
 * package; what only this vendor does is tested beside it.
 */
export function connectorSuite(harness: ConnectorHarness): void {
  describe(`${harness.definition.label} connector`, () => {
    readingTests(harness);
    changesTests(harness);
    writingTests(harness);
    archivingTests(harness);
    optionTests(harness);
    failureTests(harness);
    connectionTests(harness);
    rateTests(harness);
  });
}
