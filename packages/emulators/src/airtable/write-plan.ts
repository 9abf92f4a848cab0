import { isDeepStrictEqual } from 'node:util';
import { badValue, computedField, rowMissing, unknownField, unknownOption } from './airtable-error.ts';
import { isAirtableId, newAirtableId } from './airtable-id.ts';
import type { AirtableBase, Author } from './base.ts';
import type { CellContext } from './cell-context.ts';
import { findCollaborator } from './collaborator.ts';
import { type AirtableField, type Choice, newChoice } from './field.ts';
import { isComputedType } from './field-types.ts';
import { mirrorLinks } from './links.ts';
import { readCell } from './read-cell.ts';
import type { Row } from './row-store.ts';
import { storeCell } from './store-cell.ts';
import type { AirtableTable } from './table.ts';
import { typecast } from './typecast.ts';

/** How a request wants its values taken, and what its token may do. */
export interface WriteMode {
  readonly typecast: boolean;
  readonly mayAddOptions: boolean;
  /** An option in other capitals is the one that is there. */
  readonly ignoresCaseOfChoices?: boolean;
  /** Computed columns take values too: for tests that act as the vendor, never for requests. */
  readonly acceptComputed?: boolean;
}

/**
 * The writes of one request. Every value is checked while the plan is made, and nothing is touched before `commit`:
 * so a batch with one bad record leaves no trace, new options and linked records included.
 */
export class WritePlan implements CellContext {
  readonly #base: AirtableBase;
  readonly #table: AirtableTable;
  readonly #mode: WriteMode;
  readonly #choices = new Map<AirtableField, Choice[]>();
  readonly #linked = new Map<AirtableTable, Map<string, Row>>();
  readonly #created: Row[] = [];
  readonly #updates: { row: Row; cells: Record<string, unknown> }[] = [];
  readonly #author: Author;
  readonly #now: number;

  constructor(
    where: { base: AirtableBase; table: AirtableTable },
    who: { author: Author; now: number },
    mode: WriteMode,
  ) {
    this.#base = where.base;
    this.#table = where.table;
    this.#author = who.author;
    this.#now = who.now;
    this.#mode = mode;
  }

  /** Plans a record; its id is known at once. */
  create(fields: Readonly<Record<string, unknown>>, createdAt = this.#now): Row {
    const row = this.#newRow(this.#table, this.#cells(fields, null), createdAt);
    this.#created.push(row);
    return row;
  }

  /** Plans a change of the columns named; with `clearOthers` every other writable column becomes empty. */
  update(row: Row, fields: Readonly<Record<string, unknown>>, options: { clearOthers: boolean }): Row {
    const cells = this.#cells(fields, row);
    if (options.clearOthers) {
      for (const field of this.#table.fields) {
        if (!(field.id in cells) && !isComputedType(field.type)) cells[field.id] = undefined;
      }
    }
    this.#updates.push({ row, cells });
    return row;
  }

  /** Writes everything planned and tells those who listen. */
  commit(): void {
    for (const [field, choices] of this.#choices) field.choices.push(...choices);
    for (const [table, rows] of this.#linked) {
      const created = [...rows.values()];
      for (const row of created) this.#insert(table, row);
      if (table !== this.#table) this.#base.announce({ table, author: this.#author, created });
      else this.#created.unshift(...created);
    }
    for (const row of this.#created)
      if (this.#table.rows.get(row.id) === null) this.#insert(this.#table, row);
    const changed = this.#updates.flatMap(({ row, cells }) => this.#apply(row, cells));
    if (this.#created.length + changed.length === 0) return;
    const { table, created } = { table: this.#table, created: this.#created };
    this.#base.announce({ table, author: this.#author, created, changed });
  }

  choice(field: AirtableField, name: string): string {
    const added = this.#choices.get(field) ?? [];
    const fold = (text: string) => (this.#mode.ignoresCaseOfChoices ? text.toLowerCase() : text);
    const isNamed = (choice: Choice): boolean => fold(choice.name) === fold(name);
    const known = field.choices.find(isNamed) ?? added.find(isNamed);
    if (known !== undefined) return known.id;
    if (!this.#mode.typecast || !this.#mode.mayAddOptions) throw unknownOption(name);
    const choice = newChoice(name, field.choices.length + added.length, this.#base.random);
    this.#choices.set(field, [...added, choice]);
    return choice.id;
  }

  collaborator(value: unknown): string | null {
    return findCollaborator(this.#base.users, value, { typecast: this.#mode.typecast });
  }

  link(field: AirtableField, value: string): string {
    const target = this.#base.table(String(field.options.linkedTableId));
    if (target === undefined) throw badValue(field.name);
    if (target.rows.get(value) !== null) return value;
    if (isAirtableId('rec', value)) throw rowMissing(value);
    if (!this.#mode.typecast) throw badValue(field.name);
    return (this.#namedRow(target, value) ?? this.#addLinked(target, value)).id;
  }

  newAttachmentId(): string {
    return newAirtableId('att', this.#base.random);
  }

  #cells(fields: Readonly<Record<string, unknown>>, row: Row | null): Record<string, unknown> {
    const cells: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(fields)) {
      const field = this.#table.field(key);
      if (field === undefined) throw unknownField(key);
      cells[field.id] = this.#cell(field, value, row);
    }
    return cells;
  }

  #cell(field: AirtableField, value: unknown, row: Row | null): unknown {
    if (isComputedType(field.type)) {
      if (this.#mode.acceptComputed !== true) throw computedField(field.name);
      return value ?? undefined;
    }
    const cell = storeCell(field, this.#mode.typecast ? typecast(field, value) : value, this);
    return field.type === 'multipleAttachments' ? keptAttachments(field, cell, row) : cell;
  }

  #newRow(table: AirtableTable, cells: Record<string, unknown>, createdAt: number): Row {
    return {
      id: newAirtableId('rec', this.#base.random),
      number: table.nextNumber++,
      createdAt,
      createdBy: this.#author.user.id,
      editedAt: null,
      editedBy: null,
      editedFields: null,
      cells,
      commentCount: 0,
    };
  }

  #insert(table: AirtableTable, row: Row): void {
    table.rows.add(row);
    for (const field of table.fields) {
      if (field.type === 'multipleRecordLinks') mirrorLinks(this.#base, field, row, undefined);
    }
  }

  #apply(row: Row, cells: Record<string, unknown>): { row: Row; before: Record<string, unknown> }[] {
    const before: Record<string, unknown> = {};
    for (const [fieldId, value] of Object.entries(cells)) {
      const previous = row.cells[fieldId];
      if (isDeepStrictEqual(previous, value)) continue;
      before[fieldId] = previous;
      row.cells[fieldId] = value;
      const field = this.#table.field(fieldId);
      if (field?.type === 'multipleRecordLinks') mirrorLinks(this.#base, field, row, previous);
      if (field !== undefined && !isComputedType(field.type)) this.#touch(row, fieldId);
    }
    return Object.keys(before).length === 0 ? [] : [{ row, before }];
  }

  #touch(row: Row, fieldId: string): void {
    row.editedAt = this.#now;
    row.editedBy = this.#author.user.id;
    row.editedFields = { ...row.editedFields, [fieldId]: this.#now };
  }

  #namedRow(table: AirtableTable, name: string): Row | null {
    const planned = this.#linked.get(table)?.get(name);
    if (planned !== undefined) return planned;
    for (const row of table.rows) {
      if (readCell(table.primaryField, row, { base: this.#base, table }) === name) return row;
    }
    return null;
  }

  #addLinked(table: AirtableTable, name: string): Row {
    const cells = {
      [table.primaryField.id]: storeCell(table.primaryField, typecast(table.primaryField, name), this),
    };
    const row = this.#newRow(table, cells, this.#now);
    const planned = this.#linked.get(table) ?? new Map<string, Row>();
    this.#linked.set(table, planned.set(name, row));
    return row;
  }
}

/** An attachment sent by id keeps what the record holds under that id; an id it does not hold is refused. */
function keptAttachments(field: AirtableField, cell: unknown, row: Row | null): unknown {
  if (!Array.isArray(cell)) return cell;
  const held: readonly unknown[] = asArray(row?.cells[field.id]);
  return cell.map((item: object) => {
    if ('url' in item) return item;
    const kept = held.find((attachment) => idOf(attachment) === idOf(item));
    if (kept === undefined) throw badValue(field.name);
    return kept;
  });
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
