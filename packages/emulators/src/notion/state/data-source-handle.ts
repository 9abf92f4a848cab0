import { normalizeNotionId } from '../notion-id.ts';
import { findProperty, optionsOf, type SourceProperty } from '../schema/property.ts';
import { addProperty } from '../schema/property-from-seed.ts';
import type { PropertySeed } from '../schema/property-seed.ts';
import type { CellDraft } from '../values/cell.ts';
import { cellFromPlain, type PlainValue, plainFromCell } from '../values/plain-value.ts';
import type { Author } from './change.ts';
import { changeCells, createPage, deletePages, movePage, setComputedCell, setTrash } from './page-changes.ts';
import type { DataSource, Page } from './records.ts';
import { retypeCells } from './retype-cells.ts';
import type { RowSeed } from './seeds.ts';
import { changeProperties, trashSource } from './source-changes.ts';
import type { Workspace } from './workspace.ts';

/** A row as a person reads it. */
export interface PlainRow {
  readonly id: string;
  readonly inTrash: boolean;
  readonly values: Readonly<Record<string, PlainValue>>;
}

/** A data source in the hands of a person of the workspace: what is done here passes no limit, no fault and no HTTP. */
export class DataSourceHandle {
  readonly #workspace: Workspace;
  readonly #source: DataSource;
  readonly #author: Author;

  constructor(workspace: Workspace, source: DataSource) {
    this.#workspace = workspace;
    this.#source = source;
    this.#author = { id: workspace.ownerId, type: 'person' };
  }

  get id(): string {
    return this.#source.id;
  }

  get databaseId(): string {
    return this.#source.databaseId;
  }

  get name(): string {
    return this.#source.name;
  }

  get properties(): readonly SourceProperty[] {
    return [...this.#source.properties.values()];
  }

  /** Rows that are not in the trash. */
  get count(): number {
    let count = 0;
    for (const page of this.#source.rows) if (!page.inTrash) count += 1;
    return count;
  }

  /** Every row, those in the trash included. */
  get rows(): readonly PlainRow[] {
    return this.#source.rows.map((page) => this.#plain(page));
  }

  row(id: string): PlainRow | undefined {
    const page = this.#workspace.pages.get(normalizeNotionId(id) ?? id);
    return page === undefined ? undefined : this.#plain(page);
  }

  /** Adds a row and answers its id. */
  addRow(seed: RowSeed): string {
    const moment = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
    const page = createPage(this.#workspace, {
      parent: { type: 'data_source', sourceId: this.#source.id },
      cells: this.#cells(seed),
      author: this.#author,
      id: seed.$id === undefined ? undefined : (normalizeNotionId(seed.$id) ?? seed.$id),
      createdMs: moment(seed.$createdTime),
      editedMs: moment(seed.$lastEditedTime),
    });
    if (seed.$inTrash === true) page.inTrash = true;
    return page.id;
  }

  addRows(seeds: Iterable<RowSeed>): string[] {
    const ids: string[] = [];
    for (const seed of seeds) ids.push(this.addRow(seed));
    return ids;
  }

  /** Changes the columns named, as an edit in the app. */
  patchRow(id: string, values: RowSeed): void {
    changeCells(this.#workspace, this.#page(id), { cells: this.#cells(values), author: this.#author });
  }

  trashRow(id: string): void {
    setTrash(this.#workspace, this.#page(id), { inTrash: true, author: this.#author });
  }

  restoreRow(id: string): void {
    setTrash(this.#workspace, this.#page(id), { inTrash: false, author: this.#author });
  }

  /** Removes rows for good. */
  deleteRows(...ids: readonly string[]): void {
    deletePages(
      this.#workspace,
      ids.map((id) => this.#page(id)),
    );
  }

  /** Takes a row to another data source; its id stays. */
  moveRow(id: string, target: DataSourceHandle): void {
    movePage(this.#workspace, this.#page(id), {
      parent: { type: 'data_source', sourceId: target.id },
      author: this.#author,
    });
  }

  /** Sets what a formula column came to; the row is not edited by that. */
  setComputed(id: string, column: string, value: PlainValue): void {
    const property = this.#property(column);
    const cell = cellFromPlain(this.#workspace, property, value);
    setComputedCell(this.#workspace, this.#page(id), { propertyId: property.id, cell });
  }

  addProperty(name: string, seed: PropertySeed): void {
    const made = addProperty(this.#workspace, this.#source, { name, seed });
    this.#change(made.id, made);
  }

  renameProperty(column: string, name: string): void {
    const property = this.#property(column);
    this.#change(property.id, { ...property, name });
  }

  removeProperty(column: string): void {
    this.#change(this.#property(column).id, null);
  }

  /** Makes a column one of another type under the same id; values that cannot be read as the new type are lost. */
  retypeProperty(column: string, seed: PropertySeed): void {
    const before = this.#property(column);
    const after = addProperty(this.#workspace, this.#source, { name: before.name, seed, id: before.id });
    retypeCells(this.#workspace, this.#source, { before, after });
    this.#change(after.id, after);
  }

  renameOption(column: string, option: string, name: string): void {
    const property = this.#property(column);
    const found = optionsOf(property).find((candidate) => candidate.name === option);
    if (found === undefined) throw new RangeError(`${column} has no option ${option}`);
    found.name = name;
    this.#change(property.id, property);
  }

  /** Puts the data source itself in the trash. */
  trash(): void {
    trashSource(this.#workspace, this.#source, { inTrash: true, author: this.#author });
  }

  restore(): void {
    trashSource(this.#workspace, this.#source, { inTrash: false, author: this.#author });
  }

  #change(id: string, property: SourceProperty | null): void {
    changeProperties(this.#workspace, this.#source, {
      changes: new Map([[id, property]]),
      author: this.#author,
    });
  }

  #cells(values: RowSeed): CellDraft {
    const cells: CellDraft = {};
    for (const [column, value] of Object.entries(values)) {
      if (column.startsWith('$')) continue;
      const property = this.#property(column);
      cells[property.id] = cellFromPlain(this.#workspace, property, value);
    }
    return cells;
  }

  #property(column: string): SourceProperty {
    const property = findProperty(this.#source.properties, column);
    if (property === undefined) throw new RangeError(`${this.#source.name} has no column ${column}`);
    return property;
  }

  #page(id: string): Page {
    const page = this.#workspace.pages.get(normalizeNotionId(id) ?? id);
    if (page === undefined) throw new RangeError(`there is no page ${id}`);
    return page;
  }

  #plain(page: Page): PlainRow {
    const values: Record<string, PlainValue> = {};
    for (const property of this.#source.properties.values())
      values[property.name] = plainFromCell(property, page.cells[property.id]);
    return { id: page.id, inTrash: page.inTrash, values };
  }
}
