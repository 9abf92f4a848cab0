import { makeOption } from '../schema/options.ts';
import { optionsOf, type SourceProperty } from '../schema/property.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Cell, dateOf, filesOf, formulaOf, idsOf, rawOf } from './cell.ts';
import { readDate, writeDate } from './date-value.ts';
import { cellFromText, plainTextOf } from './rich-text.ts';

/** A value as a test or a demo states it: text, number, tick, names of options, ids of people or pages. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { readonly start: string; readonly end?: string | null; readonly timeZone?: string | null };

/** The cell a plain value stands for; options that do not exist yet are made. Throws `RangeError` for a value of another kind. */
export function cellFromPlain(
  workspace: Workspace,
  property: SourceProperty,
  value: PlainValue | undefined,
): Cell | undefined {
  if (value === null || value === undefined) return undefined;
  const wrong = () =>
    new RangeError(`${property.name} (${property.type}) cannot hold ${JSON.stringify(value)}`);
  switch (property.type) {
    case 'title':
    case 'rich_text':
      if (typeof value !== 'string') throw wrong();
      return cellFromText(value);
    case 'url':
    case 'email':
    case 'phone_number':
      if (typeof value !== 'string') throw wrong();
      return value === '' ? undefined : value;
    case 'number':
    case 'unique_id':
      if (typeof value !== 'number') throw wrong();
      return value;
    case 'checkbox':
      if (typeof value !== 'boolean') throw wrong();
      return value ? true : undefined;
    case 'select':
    case 'status':
      if (typeof value !== 'string') throw wrong();
      return optionId(workspace, property, value);
    case 'multi_select':
      return listOf(value, wrong).map((name) => optionId(workspace, property, name));
    case 'people':
    case 'relation':
      return [...listOf(value, wrong)];
    case 'files':
      return {
        files: listOf(value, wrong).map((url) => ({
          name: url.split('/').at(-1) ?? url,
          url,
          isHosted: false,
        })),
      };
    case 'date':
      return dateCell(value, wrong);
    case 'formula':
      return formulaCell(value, wrong);
    default:
      throw wrong();
  }
}

/** The plain value of a cell: what a person would read in it. */
export function plainFromCell(property: SourceProperty, cell: Cell | undefined): PlainValue {
  const name = (id: unknown) => optionsOf(property).find((option) => option.id === id)?.name ?? null;
  switch (property.type) {
    case 'title':
    case 'rich_text':
      return plainTextOf(cell);
    case 'select':
    case 'status':
      return name(cell);
    case 'multi_select':
      return idsOf(cell).map((id) => name(id) ?? id);
    case 'people':
    case 'relation':
      return idsOf(cell);
    case 'files':
      return filesOf(cell).map((file) => file.url);
    case 'checkbox':
      return cell === true;
    case 'date': {
      const date = dateOf(cell);
      if (date === null || date.end === null) return date?.start ?? null;
      return { start: date.start, end: date.end, timeZone: date.time_zone };
    }
    case 'formula': {
      const result = formulaOf(cell);
      if (result.type === 'date') return result.date?.start ?? null;
      return result.type === 'string' ? result.string : result.type === 'number' ? result.number : null;
    }
    default:
      return typeof cell === 'object'
        ? rawOf(cell) === null
          ? null
          : JSON.stringify(rawOf(cell))
        : (cell ?? null);
  }
}

function listOf(value: PlainValue, wrong: () => RangeError): readonly string[] {
  if (!Array.isArray(value)) throw wrong();
  return value;
}

function optionId(workspace: Workspace, property: SourceProperty, name: string): string {
  const options = optionsOf(property);
  const found = options.find((option) => option.name === name);
  if (found !== undefined) return found.id;
  const made = makeOption(name, { id: workspace.newOptionId(), existing: options });
  options.push(made);
  if (property.type === 'status') property.groups[0]?.optionIds.push(made.id);
  return made.id;
}

function dateCell(value: PlainValue, wrong: () => RangeError): Cell {
  const stated = typeof value === 'string' ? { start: value } : value;
  if (typeof stated !== 'object' || stated === null || !('start' in stated)) throw wrong();
  const timeZone = stated.timeZone ?? null;
  const write = (text: string) => {
    const date = readDate(text);
    if (date === null) throw wrong();
    return writeDate(date, timeZone);
  };
  const start = write(stated.start);
  const end = stated.end === undefined || stated.end === null ? null : write(stated.end);
  return end === null && timeZone === null ? start : { date: { start, end, time_zone: timeZone } };
}

function formulaCell(value: PlainValue, wrong: () => RangeError): Cell {
  if (typeof value === 'string') return { formula: { type: 'string', string: value } };
  if (typeof value === 'number') return { formula: { type: 'number', number: value } };
  if (typeof value === 'boolean') return { formula: { type: 'boolean', boolean: value } };
  if (typeof value === 'object' && value !== null && 'start' in value)
    return {
      formula: {
        type: 'date',
        date: { start: value.start, end: value.end ?? null, time_zone: value.timeZone ?? null },
      },
    };
  throw wrong();
}
