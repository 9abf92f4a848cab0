/** Columns that hold text as it was typed. */
const TEXT = ['singleLineText', 'multilineText', 'richText', 'email', 'url', 'phoneNumber'] as const;
/** Columns that hold a number, whatever they print. */
const NUMERIC = ['number', 'currency', 'percent', 'duration'] as const;
const OTHER_WRITABLE = [
  'rating',
  'checkbox',
  'date',
  'dateTime',
  'singleSelect',
  'multipleSelects',
  'singleCollaborator',
  'multipleCollaborators',
  'multipleRecordLinks',
  'multipleAttachments',
  'barcode',
] as const;
/** Columns that Airtable fills in itself and nobody can write. */
const COMPUTED = [
  'multipleLookupValues',
  'rollup',
  'formula',
  'count',
  'autoNumber',
  'createdTime',
  'lastModifiedTime',
  'createdBy',
  'lastModifiedBy',
  'button',
  'aiText',
  'externalSyncSource',
] as const;

/** Every column type the emulator knows, in Airtable's own words. */
export const FIELD_TYPES = [...TEXT, ...NUMERIC, ...OTHER_WRITABLE, ...COMPUTED] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

const includes = (list: readonly string[], type: string): boolean => list.includes(type);

export const isFieldType = (type: unknown): type is FieldType =>
  typeof type === 'string' && includes(FIELD_TYPES, type);
export const isTextType = (type: FieldType): boolean => includes(TEXT, type);
export const isNumericType = (type: FieldType): boolean => includes(NUMERIC, type);
export const isComputedType = (type: FieldType): boolean => includes(COMPUTED, type);
export const isSelectType = (type: FieldType): boolean =>
  type === 'singleSelect' || type === 'multipleSelects' || type === 'externalSyncSource';

/** Columns an upsert may find its record by. */
export const isMergeableType = (type: FieldType): boolean =>
  includes(['number', 'singleLineText', 'multilineText', 'singleSelect', 'multipleSelects', 'date'], type);
