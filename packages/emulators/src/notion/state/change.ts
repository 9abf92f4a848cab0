import type { Database, DataSource, Page } from './records.ts';

/** Who changed something: an integration's bot, or a person in the app. */
export interface Author {
  readonly id: string;
  readonly type: 'person' | 'bot';
}

/** One change in the workspace, as webhooks are told of it. */
export type Change = { readonly author: Author } & (
  | { readonly kind: 'page.created' | 'page.deleted' | 'page.undeleted' | 'page.moved'; readonly page: Page }
  | { readonly kind: 'page.locked' | 'page.unlocked'; readonly page: Page }
  | {
      readonly kind: 'page.properties_updated';
      readonly page: Page;
      readonly propertyIds: readonly string[];
    }
  | {
      readonly kind: 'data_source.created' | 'data_source.deleted' | 'data_source.undeleted';
      readonly source: DataSource;
    }
  | {
      readonly kind: 'data_source.schema_updated';
      readonly source: DataSource;
      readonly properties: readonly PropertyChange[];
    }
  | {
      readonly kind: 'database.created' | 'database.deleted' | 'database.undeleted';
      readonly database: Database;
    }
);

/** One column that was made, changed or removed. */
export interface PropertyChange {
  readonly id: string;
  readonly name: string | null;
  readonly action: 'created' | 'updated' | 'deleted';
}
