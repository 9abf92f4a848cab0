import type { Clock } from '../core/index.ts';
import type { AirtableBase, AirtableUser } from './base.ts';
import { deleteRows } from './delete-rows.ts';
import type { FieldSeed } from './field.ts';
import { type AirtableField, createField } from './field.ts';
import type { FieldType } from './field-types.ts';
import { type PresentedRecord, recordPresenter } from './present-record.ts';
import { readCell } from './read-cell.ts';
import { retypeField } from './retype-field.ts';
import type { Row } from './row-store.ts';
import type { AirtableTable } from './table.ts';
import { WritePlan } from './write-plan.ts';

type Cells = Readonly<Record<string, unknown>>;

/**
 * A table as a person has it open in Airtable: changed directly, past HTTP, limits and the recorder. Cells are by column
 * name or id; values are taken as typecast takes them, new select options included; computed columns take any value,
 * such as `{ error: '#ERROR!' }`. Throws `RangeError` for what does not exist.
 */
export class AirtableTableHandle {
  readonly id: string;
  readonly #base: AirtableBase;
  readonly #table: AirtableTable;
  readonly #clock: Clock;
  readonly #user: AirtableUser;

  constructor(
    where: { base: AirtableBase; table: AirtableTable },
    who: { clock: Clock; user: AirtableUser },
  ) {
    this.#base = where.base;
    this.#table = where.table;
    this.id = where.table.id;
    this.#clock = who.clock;
    this.#user = who.user;
  }

  get count(): number {
    return this.#table.rows.count;
  }

  get fieldNames(): string[] {
    return this.#table.fields.map((field) => field.name);
  }

  /** Answers the id of the new record. */
  addRecord(fields: Cells, options: { createdAt?: number } = {}): string {
    const plan = this.#plan();
    const row = plan.create(fields, options.createdAt);
    plan.commit();
    return row.id;
  }

  /** Many records in one transaction; answers their ids. */
  addRecords(records: Iterable<Cells>): string[] {
    const plan = this.#plan();
    const ids = Array.from(records, (fields) => plan.create(fields).id);
    plan.commit();
    return ids;
  }

  patchRecord(recordId: string, fields: Cells): void {
    const plan = this.#plan();
    plan.update(this.#row(recordId), fields, { clearOthers: false });
    plan.commit();
  }

  deleteRecord(recordId: string): void {
    deleteRows({ base: this.#base, table: this.#table }, [this.#row(recordId)], this.#author());
  }

  deleteAll(): void {
    deleteRows({ base: this.#base, table: this.#table }, [...this.#table.rows], this.#author());
  }

  /** The record as the API would answer it now, or null. */
  record(recordId: string): PresentedRecord | null {
    const row = this.#table.rows.get(recordId);
    return row === null ? null : this.#present()(row);
  }

  /** Every record in the order it was made. */
  records(): PresentedRecord[] {
    return Array.from(this.#table.rows, this.#present());
  }

  field(nameOrId: string): AirtableField {
    const field = this.#table.field(nameOrId);
    if (field === undefined) throw new RangeError(`table ${this.#table.name} has no column ${nameOrId}`);
    return field;
  }

  addField(seed: FieldSeed): AirtableField {
    const field = this.#table.addField(seed);
    this.#base.announce({ table: this.#table, author: this.#author(), createdFields: [field] });
    return field;
  }

  renameField(nameOrId: string, name: string): void {
    const field = this.field(nameOrId);
    const previousName = field.name;
    this.#table.renameField(field, name);
    this.#base.announce({
      table: this.#table,
      author: this.#author(),
      changedFields: [{ field, previousName }],
    });
  }

  deleteField(nameOrId: string): void {
    const field = this.field(nameOrId);
    this.#table.deleteField(field);
    this.#base.announce({ table: this.#table, author: this.#author(), destroyedFields: [field.id] });
  }

  /** As when someone changes a column's type: cells are converted where they can be, else emptied. The id stays. */
  retypeField(nameOrId: string, type: FieldType, options?: FieldSeed['options']): void {
    const field = this.field(nameOrId);
    const where = { base: this.#base, table: this.#table };
    const shown = Array.from(this.#table.rows, (row) => ({ row, value: readCell(field, row, where) }));
    const fresh = createField({ name: field.name, type, options }, this.#base.random);
    Object.assign(field, { type: fresh.type, options: fresh.options, choices: fresh.choices });
    retypeField(field, shown, () => this.#plan());
    const changedFields = [{ field, previousName: field.name }];
    this.#base.announce({ table: this.#table, author: this.#author(), changedFields });
  }

  renameTable(name: string): void {
    this.#table.name = name;
  }

  #present(): (row: Row) => PresentedRecord {
    return recordPresenter({ base: this.#base, table: this.#table }, {});
  }

  #author() {
    return { user: this.#user, source: 'client' } as const;
  }

  #plan(): WritePlan {
    return new WritePlan(
      { base: this.#base, table: this.#table },
      { author: this.#author(), now: this.#clock.now() },
      { typecast: true, mayAddOptions: true, acceptComputed: true },
    );
  }

  #row(recordId: string): Row {
    const row = this.#table.rows.get(recordId);
    if (row === null) throw new RangeError(`table ${this.#table.name} has no record ${recordId}`);
    return row;
  }
}
