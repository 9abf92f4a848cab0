import type { SchemaSeed } from '../schema/property-seed.ts';
import type { PlainValue } from '../values/plain-value.ts';
import type { NotionCapability } from './records.ts';

/** A row by column names; names that begin with `$` say what is not in a column. */
export interface RowSeed {
  readonly [column: string]: PlainValue | undefined;
  readonly $id?: string;
  /** ISO 8601; now when left out. */
  readonly $createdTime?: string;
  readonly $lastEditedTime?: string;
  readonly $inTrash?: boolean;
}

/** A data source with its columns and rows. A title column `Name` is added where none is stated. */
export interface DataSourceSeed {
  readonly id?: string | undefined;
  /** The title of its database when left out. */
  readonly name?: string | undefined;
  readonly properties: SchemaSeed;
  /** Taken one by one, so that a generator can give a million. */
  readonly rows?: Iterable<RowSeed> | undefined;
}

/** A database: the id a user copies from the app, and the data sources inside it. */
export interface DatabaseSeed {
  readonly id?: string | undefined;
  readonly title: string;
  readonly dataSources: readonly DataSourceSeed[];
}

/** A member of the workspace. */
export interface PersonSeed {
  readonly id?: string | undefined;
  readonly name: string;
  readonly email?: string | undefined;
}

/** What a token opens. */
export interface TokenGrant {
  /** Name of the integration, as it stands in the 404 message. */
  readonly name?: string | undefined;
  /** Ids of databases, data sources or pages connected to it; `all` (default): everything, now and later. */
  readonly shared?: 'all' | readonly string[] | undefined;
  /** All of them when left out. */
  readonly capabilities?: readonly NotionCapability[] | undefined;
}
