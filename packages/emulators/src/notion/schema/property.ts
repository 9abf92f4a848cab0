/** Colours of an option. */
export const OPTION_COLORS = [
  'default',
  'gray',
  'brown',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'red',
] as const;

/** Colour of an option. */
export type OptionColor = (typeof OPTION_COLORS)[number];

/** One choice of a select, multi-select or status column. */
export interface SelectOption {
  readonly id: string;
  name: string;
  color: OptionColor;
  description: string | null;
}

/** One of the three groups of a status column. */
export interface StatusGroup {
  readonly id: string;
  readonly name: string;
  readonly color: OptionColor;
  optionIds: string[];
}

/** Column types whose configuration is an empty object. */
export const PLAIN_TYPES = [
  'title',
  'rich_text',
  'url',
  'people',
  'files',
  'email',
  'phone_number',
  'date',
  'checkbox',
  'created_by',
  'created_time',
  'last_edited_by',
  'last_edited_time',
  'button',
  'place',
  'verification',
] as const;

/** A column type whose configuration is an empty object. */
export type PlainType = (typeof PLAIN_TYPES)[number];

/** How a rollup sums up what it finds. */
export const ROLLUP_FUNCTIONS = [
  'count',
  'count_values',
  'empty',
  'not_empty',
  'unique',
  'show_unique',
  'percent_empty',
  'percent_not_empty',
  'sum',
  'average',
  'median',
  'min',
  'max',
  'range',
  'earliest_date',
  'latest_date',
  'date_range',
  'checked',
  'unchecked',
  'percent_checked',
  'percent_unchecked',
  'count_per_group',
  'percent_per_group',
  'show_original',
] as const;

/** How a rollup sums up what it finds. */
export type RollupFunction = (typeof ROLLUP_FUNCTIONS)[number];

/** What a column is, apart from its name. */
export type PropertyConfig =
  | { readonly type: PlainType }
  | { readonly type: 'number'; readonly format: string }
  | { readonly type: 'select' | 'multi_select'; readonly options: SelectOption[] }
  | { readonly type: 'status'; readonly options: SelectOption[]; readonly groups: StatusGroup[] }
  | { readonly type: 'formula'; readonly expression: string }
  | { readonly type: 'relation'; readonly sourceId: string; readonly syncedPropertyId: string | null }
  | {
      readonly type: 'rollup';
      readonly function: RollupFunction;
      readonly relationPropertyId: string;
      readonly rollupPropertyId: string;
    }
  | { readonly type: 'unique_id'; readonly prefix: string | null };

/** A column of a data source. Its id is for life; its name is not. */
export type SourceProperty = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
} & PropertyConfig;

/** A column type. */
export type PropertyType = PropertyConfig['type'];

/** Types the API computes and nobody writes. */
export const COMPUTED_TYPES: readonly PropertyType[] = [
  'formula',
  'rollup',
  'unique_id',
  'created_by',
  'created_time',
  'last_edited_by',
  'last_edited_time',
  'button',
];

/** The id every title column has. */
export const TITLE_ID = 'title';

/** The options of a column that has some, else an empty list. */
export function optionsOf(property: SourceProperty): SelectOption[] {
  return 'options' in property ? property.options : [];
}

/** The column meant by a name or an id; ids are accepted as sent and decoded, as the API does. */
export function findProperty(
  properties: ReadonlyMap<string, SourceProperty>,
  nameOrId: string,
): SourceProperty | undefined {
  const byId = properties.get(nameOrId) ?? properties.get(encodeURIComponent(nameOrId));
  if (byId !== undefined) return byId;
  for (const property of properties.values()) if (property.name === nameOrId) return property;
  return undefined;
}
