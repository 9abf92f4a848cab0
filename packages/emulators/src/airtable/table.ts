import type { Random } from '../core/index.ts';
import { newAirtableId } from './airtable-id.ts';
import { type AirtableField, createField, describeField, type FieldSeed } from './field.ts';
import { RowStore } from './row-store.ts';

/** A view to begin with; `filter` is a formula, `sort` names columns. Views hide nothing from the API. */
export interface ViewSeed {
  readonly name: string;
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly filter?: string | undefined;
  readonly sort?: readonly { readonly field: string; readonly direction?: 'asc' | 'desc' }[] | undefined;
}

export type View = ViewSeed & { readonly id: string };

/** A table to begin with; its first column is the primary one. `records` are cells by column name. */
export interface TableSeed {
  readonly name: string;
  readonly id?: string | undefined;
  readonly description?: string | undefined;
  readonly fields: readonly FieldSeed[];
  readonly views?: readonly ViewSeed[] | undefined;
  readonly records?: Iterable<Readonly<Record<string, unknown>>> | undefined;
}

/** Columns and rows. Knows no rule of the API: `WritePlan` and the routes do. */
export class AirtableTable {
  readonly id: string;
  name: string;
  description: string | undefined;
  readonly fields: AirtableField[] = [];
  readonly views: View[];
  readonly rows = new RowStore();
  nextNumber = 1;
  readonly #random: Random;
  #byKey = new Map<string, AirtableField>();

  constructor(seed: TableSeed, random: Random) {
    this.#random = random;
    this.id = seed.id ?? newAirtableId('tbl', random);
    this.name = seed.name;
    this.description = seed.description;
    const views = seed.views ?? [{ name: 'Grid view' }];
    this.views = views.map((view) => ({ ...view, id: view.id ?? newAirtableId('viw', random) }));
    for (const field of seed.fields) this.addField(field);
  }

  /** The column of that name or id. */
  field(nameOrId: string): AirtableField | undefined {
    return this.#byKey.get(nameOrId);
  }

  get primaryField(): AirtableField {
    const [first] = this.fields;
    if (first === undefined) throw new RangeError(`table ${this.name} has no column`);
    return first;
  }

  addField(seed: FieldSeed): AirtableField {
    const field = createField(seed, this.#random);
    this.fields.push(field);
    this.#index();
    return field;
  }

  renameField(field: AirtableField, name: string): void {
    field.name = name;
    this.#index();
  }

  deleteField(field: AirtableField): void {
    this.fields.splice(this.fields.indexOf(field), 1);
    for (const row of this.rows) row.cells[field.id] = undefined;
    this.#index();
  }

  #index(): void {
    this.#byKey = new Map(this.fields.map((field) => [field.name, field]));
    for (const field of this.fields) this.#byKey.set(field.id, field);
  }

  /** The table as the metadata calls answer it. */
  describe(options: { visibleFieldIds: boolean }): Record<string, unknown> {
    return {
      id: this.id,
      name: this.name,
      ...(this.description !== undefined && { description: this.description }),
      primaryFieldId: this.primaryField.id,
      fields: this.fields.map(describeField),
      views: this.views.map((view) => ({
        id: view.id,
        name: view.name,
        type: view.type ?? 'grid',
        ...(options.visibleFieldIds && { visibleFieldIds: this.fields.map((field) => field.id) }),
      })),
    };
  }
}
