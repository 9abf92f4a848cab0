import type { SourceProperty } from '../schema/property.ts';
import type { Cells } from '../values/cell.ts';

/** What a page was at some moment. */
export interface PageVersion {
  readonly cells: Cells;
  readonly editedMs: number;
  readonly editedBy: string;
  readonly inTrash: boolean;
}

/** What a page has besides its columns; `null` members are sent as such. */
export interface PageDecor {
  readonly icon: unknown;
  readonly cover: unknown;
  readonly isLocked: boolean;
  readonly isArchived: boolean;
}

/** Where a page lives. */
export type PageParent =
  | { readonly type: 'data_source'; readonly sourceId: string }
  | { readonly type: 'page'; readonly pageId: string };

/** A page: a row of a data source, or a page below another page. */
export interface Page extends PageVersion {
  readonly id: string;
  readonly createdMs: number;
  readonly createdBy: string;
  parent: PageParent;
  cells: Cells;
  editedMs: number;
  editedBy: string;
  inTrash: boolean;
  /** Left out for the many pages that have none. */
  decor: PageDecor | null;
  /** Earlier versions, kept only as long as the index shows them. `version` is `null` where the page did not exist. */
  past: readonly { readonly untilMs: number; readonly version: PageVersion | null }[] | null;
}

/** A table: columns and rows. */
export interface DataSource {
  readonly id: string;
  databaseId: string;
  name: string;
  description: string;
  icon: unknown;
  readonly properties: Map<string, SourceProperty>;
  /** In order of insertion, trashed ones included. */
  readonly rows: Page[];
  /** False once a row was added that is older than the one before it. */
  isInCreationOrder: boolean;
  /** Changes with every change to rows or columns. */
  revision: number;
  nextUniqueNumber: number;
  readonly createdMs: number;
  editedMs: number;
  inTrash: boolean;
}

/** What an integration shares: a container of data sources. */
export interface Database {
  readonly id: string;
  title: string;
  description: string;
  readonly sourceIds: string[];
  isInline: boolean;
  isLocked: boolean;
  inTrash: boolean;
  icon: unknown;
  cover: unknown;
  readonly createdMs: number;
  editedMs: number;
}

/** Somebody of the workspace. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** What an owner can allow an integration to do. */
export const NOTION_CAPABILITIES = ['read', 'update', 'insert', 'user_info', 'user_email'] as const;

/** What the owner allowed an integration to do. */
export type NotionCapability = (typeof NOTION_CAPABILITIES)[number];

/** An integration with its token's rights. */
export interface Integration {
  readonly token: string;
  readonly name: string;
  readonly id: string;
  readonly botId: string;
  readonly capabilities: ReadonlySet<NotionCapability>;
  /** Connected to everything, now and later. */
  readonly seesAll: boolean;
  /** Ids of databases, data sources and pages connected to it. */
  readonly shared: Set<string>;
  /** Ids of databases and data sources taken away from it. */
  readonly hidden: Set<string>;
}
