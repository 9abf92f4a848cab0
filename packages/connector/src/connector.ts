import type { VendorExchange } from './exchange.ts';
import type { MappedColumn } from './find-column.ts';
import type { RateLimiterPool } from './rate-limiter.ts';

/**
 * What a cell holds, in words every provider shares: text, number, tick, several names (people, choices,
 * links), nothing, or something the vendor itself could not compute.
 * Dates are ISO 8601 text, amounts are numbers where the column is numeric and text where it is text.
 */
export type CellValue = string | number | boolean | readonly string[] | null | UnreadableCell;

/** A cell whose value must never be stored as if it were one, such as a formula in error. */
export interface UnreadableCell {
  /** French sentence for the person who reads the outcome. */
  readonly unreadable: string;
}

/** One row of the remote table, its cells keyed by column id. A mapped column that is empty is `null`. */
export interface RemoteRecord {
  readonly externalId: string;
  /** ISO 8601 UTC; as coarse as the vendor makes it (Notion: minutes, Airtable: seconds). */
  readonly createdAt: string;
  /** ISO 8601 UTC, `null` where the vendor does not tell. */
  readonly editedAt: string | null;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** What a column can be used for, whatever the vendor calls its type. */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'date'
  | 'choice'
  | 'choices'
  | 'people'
  | 'checkbox'
  | 'links'
  | 'other';

/** One column of the remote table. */
export interface RemoteColumn {
  readonly id: string;
  readonly name: string;
  /** The vendor's own name of the type. */
  readonly type: string;
  readonly kind: ColumnKind;
  readonly writable: boolean;
  /** French sentence saying why it cannot be written; `null` when it can. */
  readonly readOnlyReason: string | null;
  /**
   * Names of the options of a choice column, in the vendor's order; empty for other kinds. Renaming one changes cells
   * without changing their rows, so that `changedSince` lists none of them.
   */
  readonly options: readonly string[];
  /**
   * Whether `changedSince` lists a row when this cell of it changes. False where the cell follows something outside
   * its row: a formula, a lookup, the names of linked records.
   */
  readonly changesListed: boolean;
}

/** The table a connection is bound to, with ids that survive renaming. */
export interface RemoteSchema {
  /** Airtable base id, or Notion database id. */
  readonly baseId: string;
  /** Airtable table id, or Notion data source id. */
  readonly tableId: string;
  readonly tableName: string;
  /** Every table of the base, for a picker. */
  readonly tables: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly RemoteColumn[];
}

/** How a listing went, to its end. */
interface ListingCount {
  /** How many windows the listing was cut into (1 unless the vendor caps a query). */
  readonly windows: number;
  readonly pages: number;
  /** Rows answered by the vendor, repeats between windows included. */
  readonly rows: number;
  /** The vendor's own last word, for the record: such as `no offset` or `has_more=false`. */
  readonly lastStatus: string;
}

/** Proof that a listing saw the whole table: a record it did not show is gone. */
export interface WholeListing extends ListingCount {
  readonly complete: true;
}

/** Proof that a listing saw every row changed since an instant. It says nothing of rows it did not show. */
export interface ChangesListing extends ListingCount {
  readonly complete: false;
  /** As it was asked for. */
  readonly changedSince: string;
  /** Where the vendor was really asked from: earlier, by what clocks and indexes may lag. ISO 8601 UTC. */
  readonly coveredFrom: string;
}

/** What a listing proves; only its last page carries one. */
export type ListingCertificate = WholeListing | ChangesListing;

/** One page of a listing. `cursor` is `null` exactly when `certificate` is present. */
export interface RemotePage {
  readonly records: readonly RemoteRecord[];
  /** Opaque text, safe to keep on disk, from which `readPage` goes on; valid for minutes only. */
  readonly cursor: string | null;
  readonly certificate: ListingCertificate | null;
}

/** One row to create (`externalId` null) or to change; only the cells named are touched. */
export interface WriteItem {
  readonly externalId: string | null;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** One line of a connection test. */
export interface ConnectionCheck {
  readonly name: 'network' | 'token' | 'access' | 'table' | 'mapping' | 'write';
  readonly ok: boolean;
  /** French sentence; when not ok it carries the remedy. */
  readonly message: string;
}

/** What a connection test found. */
export interface ConnectionReport {
  readonly checks: readonly ConnectionCheck[];
  /** `null` when the table could not be reached. */
  readonly tableName: string | null;
  /** Rows counted, at most `COUNT_CAP`; `null` when the table could not be reached. */
  readonly recordCount: number | null;
  /** True when counting stopped at the cap and more rows exist. */
  readonly countCapped: boolean;
}

/** A connection test never counts further than this. */
export const COUNT_CAP = 10_000;

/** Every call can be abandoned; an abandoned call throws the signal's reason. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** One remote table, read and written. Every method may throw a `ConnectorError`, and nothing else but an abort. */
export interface Connector {
  readonly provider: string;
  readonly capabilities: ConnectorCapabilities;
  /** Never throws for a vendor's refusal: each refusal is a failed check. `columns`: the mapped ones. */
  test(options: CallOptions & { columns: readonly MappedColumn[] }): Promise<ConnectionReport>;
  schema(options?: CallOptions): Promise<RemoteSchema>;
  /**
   * Reads the page at `cursor` (`null`: the first). `schema` comes from this connector, at the run's start.
   * With `changedSince` (ISO 8601, the same for every page), only rows created or changed since then, and a few
   * minutes before, are listed; deleted ones never are. Ask from the start, by our clock, of the last listing that
   * came to its end.
   */
  readPage(
    request: CallOptions & {
      schema: RemoteSchema;
      columnIds: readonly string[];
      cursor: string | null;
      changedSince?: string | undefined;
    },
  ): Promise<RemotePage>;
  /** The record as it is now, or `null` when it is gone. Looks after a write of unknown outcome. */
  readRecord(
    request: CallOptions & { schema: RemoteSchema; columnIds: readonly string[]; externalId: string },
  ): Promise<RemoteRecord | null>;
  /**
   * Whether a row is in the table. `unknown` where the vendor answers alike for a row that was erased and for one that
   * it shows us no more: nobody may take that one for deleted.
   */
  whereabouts(
    request: CallOptions & { schema: RemoteSchema; externalId: string },
  ): Promise<'there' | 'gone' | 'unknown'>;
  /** Records whose text column holds exactly `value`. Looks after a create of unknown outcome. */
  findByText(
    request: CallOptions & {
      schema: RemoteSchema;
      columnIds: readonly string[];
      columnId: string;
      value: string;
    },
  ): Promise<RemoteRecord[]>;
  /**
   * Sends one vendor request: at most `capabilities.maxWriteBatch` items, all creates or all updates.
   * All or nothing; answers the records as the vendor now holds them, in the order sent.
   *
   * A choice that its column does not have is refused (`value_refused`, with the options there are), except in the
   * columns of `createOptionsFor` (ids), where it is added. Where the vendor adds none at all (a Notion status), it
   * is refused all the same.
   */
  writeBatch(
    request: CallOptions & {
      schema: RemoteSchema;
      columnIds: readonly string[];
      items: readonly WriteItem[];
      createOptionsFor?: readonly string[] | undefined;
    },
  ): Promise<RemoteRecord[]>;
  /**
   * Takes rows out of the table in one vendor request: at most `capabilities.maxArchiveBatch`, all or nothing. One row
   * that is gone already is done; among several it is `record_gone`, and none is taken out: send them singly.
   */
  archiveBatch(
    request: CallOptions & { schema: RemoteSchema; externalIds: readonly string[] },
  ): Promise<void>;
  /**
   * Brings one archived row back under its id, as the vendor then holds it; a row that was never gone is done already.
   * `record_gone` when it is gone for good, `value_refused` where `capabilities.restoresArchived` is false.
   */
  restoreRecord(
    request: CallOptions & { schema: RemoteSchema; columnIds: readonly string[]; externalId: string },
  ): Promise<RemoteRecord>;
}

/** What the engine must know to plan its requests. */
export interface ConnectorCapabilities {
  /** Rows one write request may carry. */
  readonly maxWriteBatch: number;
  /** Rows one archive request may carry. */
  readonly maxArchiveBatch: number;
  /** Whether an archived row can be brought back under its id; else only a new row, with a new id, can replace it. */
  readonly restoresArchived: boolean;
  /** Whether a single row can be kept from us while its table is not: a whole listing then lacks it all the same. */
  readonly hidesRows: boolean;
  /** Rows one page holds at most. */
  readonly pageSize: number;
  /** Write requests that may be under way at once on one table. */
  readonly writeConcurrency: number;
  /** What the vendor allows in the long run, reads and writes together. */
  readonly requestsPerSecond: number;
  /** Whether `table_name` must be configured. */
  readonly needsTableName: boolean;
  /** Whether `readPage` takes `changedSince`. */
  readonly listsChanges: boolean;
}

/** What a connection is made of. */
export interface ConnectorSettings {
  /** Such as `https://api.airtable.com/v0`, without trailing slash. */
  readonly apiUrl: string;
  readonly token: string;
  /** As the user typed it: an id, an id with hyphens, or a pasted URL. */
  readonly baseId: string;
  readonly tableName: string | null;
  readonly fetch: typeof globalThis.fetch;
  /** Shared by everything in the process, so that two runs on one base share its budget. */
  readonly limiters: RateLimiterPool;
  /** Called once for every HTTP request sent, for counting. Never given a header or a body. */
  readonly onRequest?: (request: { method: string; url: string }) => void;
  /** Called with every exchange once it is over, in words that anyone may read. */
  readonly onExchange?: ((exchange: VendorExchange) => void) | undefined;
}

/** One of the vendor's plans, and the calls a month it allows; `null`: as many as one likes. */
export interface MonthlyPlan {
  readonly name: string;
  readonly calls: number | null;
}

/** A provider: how to make a connection to it. One per connector package. */
export interface ConnectorDefinition {
  readonly provider: string;
  /** As people know it: `Airtable`. */
  readonly label: string;
  readonly capabilities: ConnectorCapabilities;
  /** Plans with a monthly quota of calls, smallest first; empty where the vendor has no such quota. */
  readonly plans: readonly MonthlyPlan[];
  /** The id inside what the user typed (id or pasted URL), normalised, or `null` when there is none. */
  parseBaseId(text: string): string | null;
  connect(settings: ConnectorSettings): Connector;
}
