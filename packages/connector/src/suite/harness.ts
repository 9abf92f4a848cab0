import type { CellValue, ConnectorDefinition, ConnectorSettings } from '../connector.ts';
import type { RateLimit } from '../rate-limiter.ts';

/** What a connector's tests give the suite. */
export interface ConnectorHarness {
  /** The connector, with waits shortened where it has any of its own. */
  readonly definition: ConnectorDefinition;
  /** The vendor's limits for one base and one token, as its documentation states them. */
  readonly rateLimits: readonly RateLimit[];
  /** A fresh emulator over HTTP, its limits off unless asked for, with one table that has the columns below and no row. */
  start(options?: { strictLimits: boolean }): Promise<VendorUnderTest>;
}

/** Columns every table under test has: all writable but `readOnly`. `choice` has the options « Ouvert » and « Fermé ». */
export type ColumnRole = 'text' | 'notes' | 'number' | 'date' | 'choice' | 'readOnly';

/** Options of the `choice` column. */
export const OPTIONS = ['Ouvert', 'Fermé'] as const;

/** Cells by role; those left out are empty. */
export type RoleCells = Partial<Record<ColumnRole, CellValue>>;

/** A running emulator and what the suite does to it behind the connector's back. */
export interface VendorUnderTest extends AsyncDisposable {
  readonly settings: Pick<ConnectorSettings, 'apiUrl' | 'token' | 'baseId' | 'tableName'>;
  /** A well-formed base id that does not exist. */
  readonly absentBaseId: string;
  /** Name of the column of each role. */
  readonly columns: Readonly<Record<ColumnRole, string>>;
  /** Ids of the new rows, in order. */
  addRows(rows: readonly RoleCells[]): Promise<readonly string[]> | readonly string[];
  countRows(): Promise<number> | number;
  /** Changes cells as a person would. */
  editRow(externalId: string, cells: RoleCells): Promise<void> | void;
  /** The vendor's own time, in milliseconds. */
  now(): number;
  /** Moves the vendor's clock forward. */
  advanceClock(ms: number): void;
  deleteRow(externalId: string): Promise<void> | void;
  renameColumn(role: ColumnRole, name: string): Promise<void> | void;
  /** Forgets every cursor given out. */
  expireCursors(): Promise<void> | void;
  /** Requests that arrived since the start, `at` in milliseconds of any one clock. */
  requests(): readonly { readonly at: number; readonly method: string }[];
  /** Makes the next request of that kind go wrong, once. */
  strike(fault: VendorFault): void;
}

/**
 * One thing that goes wrong. `read`: any request that changes no row; `write`: any that does.
 *
 * - `drop-before`, `drop-after`: the connection is cut before, or after, the request was carried out
 * - `delay`: it takes `delayMs` longer
 * - `html-200`: carried out, but a page of HTML comes back with status 200
 * - `html-502`: not carried out, a gateway's HTML comes back
 * - `unavailable`: not carried out, with the vendor's own words for « try again »
 * - `error-after`: carried out, but the vendor answers its 500
 * - `too-many`: not carried out, with the vendor's own answer to too many calls
 */
export interface VendorFault {
  readonly on: 'read' | 'write';
  readonly kind:
    | 'drop-before'
    | 'drop-after'
    | 'delay'
    | 'html-200'
    | 'html-502'
    | 'unavailable'
    | 'error-after'
    | 'too-many';
  readonly delayMs?: number;
}
