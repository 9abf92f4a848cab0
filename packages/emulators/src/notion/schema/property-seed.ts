import type { OptionColor, PlainType, RollupFunction } from './property.ts';

/** An option by its name alone, or with what else is known of it. */
export type OptionSeed =
  | string
  | {
      readonly name: string;
      readonly id?: string | undefined;
      readonly color?: OptionColor | undefined;
      readonly description?: string | undefined;
      /** Status columns only; `To-do` when left out. */
      readonly group?: 'To-do' | 'In progress' | 'Complete' | undefined;
    };

/** A column as a test or a demo states it: the type alone, or the type with its settings. */
export type PropertySeed =
  | PlainType
  | 'number'
  | 'select'
  | 'multi_select'
  | 'status'
  | 'unique_id'
  | 'formula'
  | ({ readonly id?: string | undefined; readonly description?: string | undefined } & (
      | { readonly type: PlainType }
      | { readonly type: 'number'; readonly format?: string | undefined }
      | { readonly type: 'select' | 'multi_select' | 'status'; readonly options?: readonly OptionSeed[] }
      | { readonly type: 'formula'; readonly expression?: string | undefined }
      | {
          readonly type: 'relation';
          /** Id of the data source the links lead to. */
          readonly dataSource: string;
          /** Name of the column that mirrors this one on the other side; it is made when it does not exist. */
          readonly mirror?: string | undefined;
        }
      | {
          readonly type: 'rollup';
          /** Name of a relation column of the same data source, stated before this one. */
          readonly relation: string;
          /** Name of a column on the other side. */
          readonly property: string;
          readonly function: RollupFunction;
        }
      | { readonly type: 'unique_id'; readonly prefix?: string | undefined }
    ));

/** Columns by name. */
export type SchemaSeed = Readonly<Record<string, PropertySeed>>;
