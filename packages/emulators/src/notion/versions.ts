/** Every value the live API accepts in the `Notion-Version` header, in the order its own error lists them. */
export const NOTION_VERSIONS = [
  '2021-05-11',
  '2021-05-13',
  '2021-08-16',
  '2022-02-22',
  '2022-06-28',
  '2025-09-03',
  '2026-03-11',
] as const;

/** A value of the `Notion-Version` header. */
export type NotionVersion = (typeof NOTION_VERSIONS)[number];

/** What a version changes on the wire. */
export interface VersionTraits {
  readonly version: NotionVersion;
  /** Schema and query belong to data sources; before, a database was its one table. */
  readonly hasDataSources: boolean;
  /** `archived` exists beside `in_trash`, in requests and in answers. */
  readonly hasArchived: boolean;
  /** The `type` of a list that mixes pages with tables. */
  readonly listType: 'page_or_database' | 'page_or_data_source';
}

/** What the given version changes on the wire. */
export function traitsOf(version: NotionVersion): VersionTraits {
  const hasDataSources = version >= '2025-09-03';
  return {
    version,
    hasDataSources,
    hasArchived: version < '2026-03-11',
    listType: hasDataSources ? 'page_or_data_source' : 'page_or_database',
  };
}

/** True when the text is one of the accepted versions. */
export function isNotionVersion(
  text: string,
  accepted: readonly NotionVersion[] = NOTION_VERSIONS,
): text is NotionVersion {
  return accepted.some((version) => version === text);
}
