import type { Clock } from '../core/index.ts';
import { airtableError, invalidFormula } from './airtable-error.ts';
import { isAirtableId, newAirtableId } from './airtable-id.ts';
import type { AirtableBase } from './base.ts';
import type { AirtableBehaviour } from './behaviour.ts';
import { isTruthy } from './formula/formula-value.ts';
import { FormulaSyntaxError } from './formula/tokenize.ts';
import type { ListParameters } from './list-parameters.ts';
import type { Row } from './row-store.ts';
import { sortRows } from './sort-rows.ts';
import type { AirtableTable, View } from './table.ts';
import { compileForTable } from './table-scope.ts';

interface Where {
  readonly base: AirtableBase;
  readonly table: AirtableTable;
}

/** Where a page starts: a place in the order of rows, and how many rows went before. */
interface Mark {
  readonly position: number;
  readonly emitted: number;
}

/** One listing in progress. Unsorted it walks the rows as they are; sorted it walks an order made once. */
interface Iterator {
  readonly table: AirtableTable;
  readonly sorted: readonly Row[] | null;
  readonly keeps: (row: Row) => boolean;
  readonly maxRecords: number;
  /** By the record the page starts with, so that the same page can be asked again. */
  readonly marks: Map<string, Mark>;
  usedAt: number;
}

/** One page, and the offset of the next; absent on the last. */
export interface ListingPage {
  readonly rows: readonly Row[];
  readonly offset?: string;
}

/** The server-side cursors of listings. A page costs what it holds, however large the table. */
export class Listings {
  readonly #clock: Clock;
  readonly #behaviour: AirtableBehaviour;
  readonly #iterators = new Map<string, Iterator>();

  constructor(options: { clock: Clock; behaviour: AirtableBehaviour }) {
    this.#clock = options.clock;
    this.#behaviour = options.behaviour;
  }

  /** As when Airtable restarts: every offset handed out is worth nothing any more. */
  forget(): void {
    this.#iterators.clear();
  }

  page(where: Where, parameters: ListParameters): ListingPage {
    this.#dropExpired();
    const { offset } = parameters;
    const found = offset ? this.#resume(where, offset) : this.#start(where, parameters);
    const [iteratorId, iterator, mark] = found;
    const { pageCap, shortPages } = this.#behaviour;
    const asked = Math.min(parameters.pageSize, pageCap, iterator.maxRecords - mark.emitted);
    const size = Math.min(asked, shortPages.shift() ?? asked);
    const { rows, next } = collect(iterator, mark.position, size);
    const emitted = mark.emitted + rows.length;
    if (next === null || emitted >= iterator.maxRecords) return { rows };
    iterator.marks.set(next.row.id, { position: next.position, emitted });
    this.#iterators.set(iteratorId, iterator);
    return { rows, offset: `${iteratorId}/${next.row.id}` };
  }

  #start(where: Where, parameters: ListParameters): [string, Iterator, Mark] {
    const view = viewOf(where.table, parameters.view);
    const filters = [view?.filter, parameters.filterByFormula].filter(
      (formula) => formula !== undefined && formula !== '',
    );
    const predicates = filters.map((formula) => predicateOf(String(formula), where));
    const keeps = (row: Row): boolean => predicates.every((predicate) => predicate(row));
    const keys = parameters.sort ?? view?.sort ?? [];
    const sorted = keys.length === 0 ? null : sortRows([...where.table.rows].filter(keeps), keys, where);
    const iterator: Iterator = {
      table: where.table,
      sorted,
      keeps: sorted === null ? keeps : () => true,
      maxRecords: parameters.maxRecords ?? Number.POSITIVE_INFINITY,
      marks: new Map(),
      usedAt: this.#clock.now(),
    };
    return [newAirtableId('itr', where.base.random), iterator, { position: 0, emitted: 0 }];
  }

  #resume({ table }: Where, offset: string): [string, Iterator, Mark] {
    const [iteratorId = '', recordId = '', ...rest] = offset.split('/');
    if (!isAirtableId('itr', iteratorId) || !isAirtableId('rec', recordId) || rest.length > 0) {
      throw invalidOffset(offset);
    }
    const iterator = this.#iterators.get(iteratorId);
    if (iterator === undefined) throw iteratorLost(this.#behaviour.explainsLostIterator);
    const mark = iterator.marks.get(recordId);
    if (mark === undefined || iterator.table !== table) throw invalidOffset(offset);
    iterator.usedAt = this.#clock.now();
    // Last used goes last, so that the expired ones are found in front.
    this.#iterators.delete(iteratorId);
    this.#iterators.set(iteratorId, iterator);
    return [iteratorId, iterator, mark];
  }

  #dropExpired(): void {
    const oldest = this.#clock.now() - this.#behaviour.iteratorLifetimeMs;
    for (const [id, iterator] of this.#iterators) {
      if (iterator.usedAt > oldest) return;
      this.#iterators.delete(id);
    }
  }
}

/** Up to `size` rows from a position on, and the first row after them. */
function collect(
  iterator: Iterator,
  from: number,
  size: number,
): { rows: Row[]; next: { row: Row; position: number } | null } {
  const { rows: store } = iterator.table;
  const rows: Row[] = [];
  const end = iterator.sorted?.length ?? store.end;
  for (let position = from; position < end; position += 1) {
    const row = iterator.sorted === null ? store.at(position) : (iterator.sorted[position] ?? null);
    if (row === null || (iterator.sorted !== null && store.get(row.id) === null) || !iterator.keeps(row))
      continue;
    if (rows.length === size) return { rows, next: { row, position } };
    rows.push(row);
  }
  return { rows, next: null };
}

function viewOf(table: AirtableTable, view: string | undefined): View | undefined {
  if (view === undefined || view === '') return undefined;
  const found = table.views.find(({ id, name }) => id === view || name === view);
  if (found !== undefined) return found;
  throw isAirtableId('viw', view)
    ? airtableError(422, 'VIEW_ID_NOT_FOUND', `View ${view} not found`)
    : airtableError(422, 'VIEW_NAME_NOT_FOUND', `View ${view} not found`);
}

function predicateOf(formula: string, where: Where): (row: Row) => boolean {
  try {
    const compiled = compileForTable(formula, where);
    return (row) => isTruthy(compiled(row));
  } catch (error) {
    throw error instanceof FormulaSyntaxError ? invalidFormula(error.message) : error;
  }
}

const iteratorLost = (isExplained: boolean) =>
  airtableError(
    422,
    'LIST_RECORDS_ITERATOR_NOT_AVAILABLE',
    isExplained ? 'The iterator is no longer available. Please restart the listing.' : undefined,
  );

const invalidOffset = (offset: string) =>
  airtableError(422, 'INVALID_OFFSET_VALUE', `The value of offset ${offset} is invalid`);
