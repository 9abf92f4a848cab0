import { complaint, expectObject, failedUnion } from '../body-checks.ts';
import type { Workspace } from '../state/workspace.ts';
import type { FormulaValue } from '../values/cell.ts';
import { instantOf } from '../values/date-value.ts';
import {
  CHECKBOX_CONDITIONS,
  NUMBER_CONDITIONS,
  readCondition,
  TEXT_CONDITIONS,
  type Test,
} from './conditions.ts';
import { dateConditions } from './date-conditions.ts';

/** The test on what a formula came to; a result of another type than the one asked about counts as empty. */
export function formulaTest(
  workspace: Workspace,
  { condition, path }: { condition: Readonly<Record<string, unknown>>; path: string },
): Test<FormulaValue> {
  const stated = (type: string) => expectObject(condition[type], `${path}.${type}`);
  if (condition.string !== undefined) {
    const test = readCondition(stated('string'), `${path}.string`, TEXT_CONDITIONS);
    return (result) => test(result.type === 'string' ? (result.string ?? '') : '');
  }
  if (condition.number !== undefined) {
    const test = readCondition(stated('number'), `${path}.number`, NUMBER_CONDITIONS);
    return (result) => test(result.type === 'number' ? result.number : null);
  }
  if (condition.checkbox !== undefined) {
    const test = readCondition(stated('checkbox'), `${path}.checkbox`, CHECKBOX_CONDITIONS);
    return (result) => test(result.type === 'boolean' && result.boolean === true);
  }
  if (condition.date !== undefined) {
    const conditions = dateConditions(() => workspace.now());
    const test = readCondition(stated('date'), `${path}.date`, conditions);
    return (result) =>
      test(result.type === 'date' && result.date !== null ? instantOf(result.date.start) : null);
  }
  throw failedUnion(
    'body',
    ['string', 'checkbox', 'number', 'date'].map((type) =>
      complaint(`${path}.${type}`, 'defined', undefined),
    ),
  );
}
