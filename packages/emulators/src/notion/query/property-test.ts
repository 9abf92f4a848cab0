import { expectObject, expectUuid } from '../body-checks.ts';
import { invalid } from '../notion-api-error.ts';
import { optionsOf, type SourceProperty } from '../schema/property.ts';
import type { Access } from '../state/access.ts';
import type { DataSource, Page, PageVersion } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Cell, dateOf, filesOf, formulaOf, idsOf, numberOf, rawOf } from '../values/cell.ts';
import { instantOf, minuteOf } from '../values/date-value.ts';
import { plainTextOf } from '../values/rich-text.ts';
import {
  CHECKBOX_CONDITIONS,
  FILES_CONDITIONS,
  listConditions,
  NUMBER_CONDITIONS,
  OPTION_CONDITIONS,
  readCondition,
  TEXT_CONDITIONS,
  VERIFICATION_CONDITIONS,
} from './conditions.ts';
import { dateConditions } from './date-conditions.ts';
import { formulaTest } from './formula-test.ts';
import { rollupTest } from './rollup-test.ts';

/** Decides on one row, as the index knows it. */
export type RowTest = (version: PageVersion, page: Page) => boolean;

const OPTION_TYPES: readonly string[] = ['select', 'status', 'multi_select'];

/** What a filter is read against. */
export interface FilterContext {
  readonly workspace: Workspace;
  readonly access: Access;
  readonly source: DataSource;
  readonly refusesUnknownOptions: boolean;
}

/** The test that `{<type>: {<condition>: value}}` states for a column. */
export function propertyTest(
  context: FilterContext,
  property: SourceProperty,
  { type, stated, path }: { type: string; stated: unknown; path: string },
): RowTest {
  if (property.type !== type)
    throw invalid(
      `The property type in the database does not match the property type of the filter provided: database property ${property.type} does not match filter ${type}`,
    );
  const condition = expectObject(stated, path);
  const onCell = (test: (cell: Cell | undefined) => boolean): RowTest => {
    return (version) => test(version.cells[property.id]);
  };
  if (context.refusesUnknownOptions && OPTION_TYPES.includes(property.type)) {
    refuseUnknownOptions(property, condition);
  }
  const dates = dateConditions(() => context.workspace.now());
  switch (property.type) {
    case 'title':
    case 'rich_text':
    case 'url':
    case 'email':
    case 'phone_number': {
      const test = readCondition(condition, path, TEXT_CONDITIONS);
      return onCell((cell) => test(plainTextOf(cell)));
    }
    case 'number':
    case 'unique_id': {
      const test = readCondition(condition, path, NUMBER_CONDITIONS);
      return onCell((cell) => test(numberOf(cell)));
    }
    case 'checkbox': {
      const test = readCondition(condition, path, CHECKBOX_CONDITIONS);
      return onCell((cell) => test(cell === true));
    }
    case 'select':
    case 'status': {
      const test = readCondition(condition, path, OPTION_CONDITIONS);
      return onCell((cell) => test(optionName(property, cell)));
    }
    case 'multi_select': {
      const test = readCondition(
        condition,
        path,
        listConditions((name) => name),
      );
      return onCell((cell) => test(idsOf(cell).flatMap((id) => optionName(property, id) ?? [])));
    }
    case 'date': {
      const test = readCondition(condition, path, dates);
      return onCell((cell) => test(startOf(dateOf(cell)?.start)));
    }
    case 'people':
    case 'relation': {
      const test = readCondition(condition, path, listConditions(idReader(context)));
      return onCell((cell) => test(idsOf(cell)));
    }
    case 'files': {
      const test = readCondition(condition, path, FILES_CONDITIONS);
      return onCell((cell) => test(filesOf(cell)));
    }
    case 'verification': {
      const test = readCondition(condition, path, VERIFICATION_CONDITIONS);
      return onCell((cell) => test(String(rawOf(cell)?.state ?? 'none')));
    }
    case 'formula': {
      const test = formulaTest(context.workspace, { condition, path });
      return onCell((cell) => test(formulaOf(cell)));
    }
    case 'rollup':
      return rollupTest(context, property, { condition, path, testOf: propertyTest });
    case 'created_time':
    case 'last_edited_time':
      return timestampTest(context, property.type, { condition, path });
    case 'created_by':
    case 'last_edited_by': {
      const test = readCondition(condition, path, listConditions(idReader(context)));
      return (version, page) => test([property.type === 'created_by' ? page.createdBy : version.editedBy]);
    }
    default:
      throw invalid(`Filtering by ${property.type} is not supported.`);
  }
}

/** The test on when a row was made or last edited, by whole minutes. */
export function timestampTest(
  { workspace }: FilterContext,
  timestamp: 'created_time' | 'last_edited_time',
  { condition, path }: { condition: Readonly<Record<string, unknown>>; path: string },
): RowTest {
  const test = readCondition(
    condition,
    path,
    dateConditions(() => workspace.now()),
  );
  return timestamp === 'created_time'
    ? (_version, page) => test(minuteOf(page.createdMs))
    : (version) => test(minuteOf(version.editedMs));
}

function refuseUnknownOptions(property: SourceProperty, condition: Readonly<Record<string, unknown>>): void {
  const names = optionsOf(property).map(({ name }) => name);
  const unknown = Object.values(condition)
    .flat()
    .find((operand) => typeof operand === 'string' && !names.includes(operand));
  if (unknown === undefined) return;
  throw invalid(`${property.type} option "${unknown}" not found for property "${property.name}".`);
}

function startOf(text: string | undefined): number | null {
  return text === undefined ? null : instantOf(text);
}

function optionName(property: SourceProperty, cell: Cell | undefined): string | null {
  return optionsOf(property).find((option) => option.id === cell)?.name ?? null;
}

function idReader({ access }: FilterContext): (operand: string, path: string) => string {
  return (operand, path) => (operand === 'me' ? access.integration.botId : expectUuid(operand, path));
}
