import type { Database } from '@passerelle/database';
import type { AirtableEmulator, Fault } from '@passerelle/emulators';
import type { Direction, RunConnection, SyncEngine } from '../../../src/index.ts';
import type { Row } from './table.ts';

/** Both sides, and what runs between them. */
export interface KillParts {
  readonly database: Database;
  readonly vendor: AirtableEmulator;
  readonly engine: SyncEngine;
  readonly connection: RunConnection;
}

/** A run to be killed: what both sides hold before it, how it begins, and what goes wrong at the vendor meanwhile. */
export interface Scenario {
  readonly rows: readonly Row[];
  /** What happens before: the rows are imported already. */
  prepare(parts: KillParts): Promise<void>;
  /** Begins the run that is killed and waits for its end. */
  begin(engine: SyncEngine, connection: RunConnection): Promise<unknown>;
  /** Armed once everything stands. */
  readonly faults: readonly Fault[];
}

/** The run of one direction. */
export function runOf(direction: Direction): Scenario['begin'] {
  return (engine, connection) => engine.run({ provider: 'airtable', direction, ...connection });
}
