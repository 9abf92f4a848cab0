import { inspect } from 'node:util';
import { expect } from 'vitest';
import type { CellValue, Connector, ConnectorSettings, RemoteRecord, RemoteSchema } from '../connector.ts';
import { ConnectorError, type ConnectorErrorCode } from '../errors.ts';
import { findColumn } from '../find-column.ts';
import { RateLimiterPool } from '../rate-limiter.ts';
import type { ColumnRole, ConnectorHarness, RoleCells, VendorUnderTest } from './harness.ts';

/** A connection to a vendor under test. */
export function connectTo(
  { definition }: ConnectorHarness,
  vendor: VendorUnderTest,
  change: Partial<ConnectorSettings> = {},
): Connector {
  return definition.connect({
    ...vendor.settings,
    fetch: globalThis.fetch,
    // Most tests are not about time.
    limiters: new RateLimiterPool({ enforced: false }),
    ...change,
  });
}

/** A connection, the schema it answered, and its columns by role. */
export class Session {
  readonly connector: Connector;
  readonly schema: RemoteSchema;
  readonly ids: Readonly<Record<ColumnRole, string>>;

  private constructor(connector: Connector, schema: RemoteSchema, ids: Record<ColumnRole, string>) {
    this.connector = connector;
    this.schema = schema;
    this.ids = ids;
  }

  static async open(
    harness: ConnectorHarness,
    vendor: VendorUnderTest,
    change: Partial<ConnectorSettings> = {},
  ): Promise<Session> {
    const connector = connectTo(harness, vendor, change);
    const schema = await connector.schema();
    const ids = Object.fromEntries(
      Object.entries(vendor.columns).map(([role, name]) => [
        role,
        findColumn(schema.columns, name)?.id ?? name,
      ]),
    ) as Record<ColumnRole, string>;
    return new Session(connector, schema, ids);
  }

  get columnIds(): string[] {
    return Object.values(this.ids);
  }

  readPage(cursor: string | null, signal?: AbortSignal) {
    return this.connector.readPage({ schema: this.schema, columnIds: this.columnIds, cursor, signal });
  }

  /** The page at the cursor of the listing of what changed since then. */
  readChanges(changedSince: string, cursor: string | null = null) {
    const { schema, columnIds } = this;
    return this.connector.readPage({ schema, columnIds, cursor, changedSince });
  }

  readRecord(externalId: string) {
    return this.connector.readRecord({ schema: this.schema, columnIds: this.columnIds, externalId });
  }

  findByText(value: string) {
    return this.connector.findByText({
      schema: this.schema,
      columnIds: this.columnIds,
      columnId: this.ids.text,
      value,
    });
  }

  /** Creates rows in one request, from cells by role. */
  create(rows: readonly RoleCells[], signal?: AbortSignal) {
    const items = rows.map((cells) => ({ externalId: null, cells: this.#byId(cells) }));
    return this.connector.writeBatch({ schema: this.schema, columnIds: this.columnIds, items, signal });
  }

  /** Creates a row, adding options to the columns of these roles. */
  createAdding(cells: RoleCells, roles: readonly ColumnRole[]) {
    const { schema, columnIds } = this;
    const items = [{ externalId: null, cells: this.#byId(cells) }];
    const createOptionsFor = roles.map((role) => this.ids[role]);
    return this.connector.writeBatch({ schema, columnIds, items, createOptionsFor });
  }

  /** Changes one row. */
  update(externalId: string, cells: RoleCells) {
    const items = [{ externalId, cells: this.#byId(cells) }];
    return this.connector.writeBatch({ schema: this.schema, columnIds: this.columnIds, items });
  }

  /** Takes rows out of the table in one request. */
  archive(externalIds: readonly string[]) {
    return this.connector.archiveBatch({ schema: this.schema, externalIds });
  }

  /** Brings one row back. */
  restore(externalId: string) {
    return this.connector.restoreRecord({ schema: this.schema, columnIds: this.columnIds, externalId });
  }

  /** The cell of a record in the column of that role. */
  cell(record: RemoteRecord | null | undefined, role: ColumnRole): CellValue | undefined {
    return record?.cells[this.ids[role]];
  }

  #byId(cells: RoleCells): Record<string, CellValue> {
    return Object.fromEntries(
      Object.entries(cells).map(([role, value]) => [this.ids[role as ColumnRole], value]),
    );
  }
}

/**
 * Checks that a call fails with one of these codes, and with what every error owes: a French sentence, and the token
 * nowhere in it or its causes.
 */
export async function expectFailure(
  call: Promise<unknown>,
  { token }: Pick<ConnectorSettings, 'token'>,
  ...codes: readonly ConnectorErrorCode[]
): Promise<ConnectorError> {
  const error: unknown = await call.then(
    () => new Error('the call did not fail'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConnectorError)) throw error;
  expect(error.message).toMatch(/\p{L}.*[.!?)]$/su);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token);
  expect(codes).toContain(error.code);
  return error;
}
