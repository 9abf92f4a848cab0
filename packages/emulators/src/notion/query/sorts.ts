import { expectArray, expectObject, expectString, expectWord } from '../body-checks.ts';
import { invalid } from '../notion-api-error.ts';
import { findProperty, optionsOf, type SourceProperty } from '../schema/property.ts';
import type { DataSource, Page, PageVersion } from '../state/records.ts';
import { type Cell, dateOf, filesOf, formulaOf, idsOf, numberOf } from '../values/cell.ts';
import { instantOf } from '../values/date-value.ts';
import { plainTextOf } from '../values/rich-text.ts';

/** What a row is sorted by; `null` comes last in either direction. */
type SortKey = string | number | null;

/** One order of rows. */
export interface Sort {
  readonly timestamp: 'created_time' | 'last_edited_time' | null;
  readonly isDescending: boolean;
  readonly keyOf: (version: PageVersion, page: Page) => SortKey;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent', numeric: true });

/** Reads the `sorts` of a query. */
export function readSorts(value: unknown, source: DataSource): Sort[] {
  if (value === undefined || value === null) return [];
  return expectArray(value, 'body.sorts').map((item, index) => {
    const path = `body.sorts[${index}]`;
    const sort = expectObject(item, path);
    const direction = expectWord(sort.direction, `${path}.direction`, ['ascending', 'descending']);
    const isDescending = direction === 'descending';
    if (sort.timestamp !== undefined) {
      const timestamp = expectWord(sort.timestamp, `${path}.timestamp`, ['created_time', 'last_edited_time']);
      return { timestamp, isDescending, keyOf: keyOfTimestamp(timestamp) };
    }
    const name = expectString(sort.property, `${path}.property`);
    const property = findProperty(source.properties, name);
    if (property === undefined) throw invalid(`Could not find sort property with name or id: ${name}`);
    const { type } = property;
    if (type === 'created_time' || type === 'last_edited_time')
      return { timestamp: type, isDescending, keyOf: keyOfTimestamp(type) };
    return {
      timestamp: null,
      isDescending,
      keyOf: (version) => keyOfCell(property, version.cells[property.id]),
    };
  });
}

/** Rows in the order of the sorts; equal ones keep the order they came in. */
export function sortRows(
  rows: readonly Page[],
  sorts: readonly Sort[],
  versionOf: (page: Page) => PageVersion,
): Page[] {
  const keyed = rows.map((page) => {
    const version = versionOf(page);
    return { page, keys: sorts.map((sort) => sort.keyOf(version, page)) };
  });
  keyed.sort((left, right) => {
    for (const [index, { isDescending }] of sorts.entries()) {
      const order = compareKeys(left.keys[index] ?? null, right.keys[index] ?? null, isDescending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ page }) => page);
}

function compareKeys(left: SortKey, right: SortKey, isDescending: boolean): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  const order =
    typeof left === 'number' && typeof right === 'number'
      ? left - right
      : collator.compare(String(left), String(right));
  return isDescending ? -order : order;
}

function keyOfTimestamp(timestamp: 'created_time' | 'last_edited_time'): Sort['keyOf'] {
  return timestamp === 'created_time' ? (_version, page) => page.createdMs : (version) => version.editedMs;
}

function keyOfCell(property: SourceProperty, cell: Cell | undefined): SortKey {
  switch (property.type) {
    case 'number':
    case 'unique_id':
      return numberOf(cell);
    case 'checkbox':
      return cell === true ? 1 : 0;
    case 'date': {
      const date = dateOf(cell);
      return date === null ? null : instantOf(date.start);
    }
    case 'select':
    case 'status': {
      const position = optionsOf(property).findIndex((option) => option.id === cell);
      return position < 0 ? null : position;
    }
    case 'multi_select':
    case 'people':
    case 'relation':
      return idsOf(cell)[0] ?? null;
    case 'files':
      return filesOf(cell)[0]?.name ?? null;
    case 'formula': {
      const result = formulaOf(cell);
      if (result.type === 'number') return result.number;
      if (result.type === 'string') return result.string;
      return result.type === 'date' && result.date !== null ? instantOf(result.date.start) : null;
    }
    default: {
      const text = plainTextOf(cell);
      return text === '' ? null : text;
    }
  }
}
