import {
  complaint,
  expectBoolean,
  expectString,
  failedCheck,
  failedUnion,
  type JsonObject,
} from '../body-checks.ts';

/** Decides on one value. */
export type Test<Value> = (value: Value) => boolean;

/** Reads what a condition is compared with. */
export type ConditionReader<Value> = (operand: unknown, path: string) => Test<Value>;

/** The conditions of one type, by name. */
export type ConditionTable<Value> = Readonly<Record<string, ConditionReader<Value>>>;

/** The one condition an object states. */
export function readCondition<Value>(
  stated: JsonObject,
  path: string,
  table: ConditionTable<Value>,
): Test<Value> {
  const names = Object.keys(stated).filter((name) => stated[name] !== undefined);
  const [name] = names;
  const reader = name === undefined || names.length > 1 ? undefined : table[name];
  if (name === undefined || reader === undefined)
    throw failedUnion(
      'body',
      Object.keys(table).map((known) => complaint(`${path}.${known}`, 'defined', undefined)),
    );
  return reader(stated[name], `${path}.${name}`);
}

/** `is_empty` and `is_not_empty`, which every type but a checkbox has. */
export function emptiness<Value>(isEmpty: Test<Value>): ConditionTable<Value> {
  const expectTrue = (operand: unknown, path: string): void => {
    if (operand !== true) throw failedCheck(path, '`true`', operand);
  };
  return {
    is_empty: (operand, path) => {
      expectTrue(operand, path);
      return isEmpty;
    },
    is_not_empty: (operand, path) => {
      expectTrue(operand, path);
      return (value) => !isEmpty(value);
    },
  };
}

const fold = (text: string): string => text.toLowerCase();

function text(compare: (value: string, operand: string) => boolean): ConditionReader<string> {
  return (operand, path) => {
    const expected = expectString(operand, path);
    return (value) => compare(value, expected);
  };
}

/** Conditions on text; parts of text are found whatever their case. */
export const TEXT_CONDITIONS: ConditionTable<string> = {
  equals: text((value, operand) => value === operand),
  does_not_equal: text((value, operand) => value !== operand),
  contains: text((value, operand) => fold(value).includes(fold(operand))),
  does_not_contain: text((value, operand) => !fold(value).includes(fold(operand))),
  starts_with: text((value, operand) => fold(value).startsWith(fold(operand))),
  ends_with: text((value, operand) => fold(value).endsWith(fold(operand))),
  ...emptiness((value: string) => value === ''),
};

function number(
  compare: (value: number, operand: number) => boolean,
  onEmpty = false,
): ConditionReader<number | null> {
  return (operand, path) => {
    if (typeof operand !== 'number') throw failedCheck(path, 'a number', operand);
    return (value) => (value === null ? onEmpty : compare(value, operand));
  };
}

/** Conditions on numbers. */
export const NUMBER_CONDITIONS: ConditionTable<number | null> = {
  equals: number((value, operand) => value === operand),
  does_not_equal: number((value, operand) => value !== operand, true),
  greater_than: number((value, operand) => value > operand),
  less_than: number((value, operand) => value < operand),
  greater_than_or_equal_to: number((value, operand) => value >= operand),
  less_than_or_equal_to: number((value, operand) => value <= operand),
  ...emptiness((value: number | null) => value === null),
};

/** Conditions on ticks. */
export const CHECKBOX_CONDITIONS: ConditionTable<boolean> = {
  equals: (operand, path) => {
    const expected = expectBoolean(operand, path);
    return (value) => value === expected;
  },
  does_not_equal: (operand, path) => {
    const expected = expectBoolean(operand, path);
    return (value) => value !== expected;
  },
};

/** One name, or several of which one must fit. */
function readNames(operand: unknown, path: string): readonly string[] {
  if (Array.isArray(operand)) return operand.map((name, index) => expectString(name, `${path}[${index}]`));
  return [expectString(operand, path)];
}

/** Conditions on the name of the one option chosen. */
export const OPTION_CONDITIONS: ConditionTable<string | null> = {
  equals: (operand, path) => {
    const names = readNames(operand, path);
    return (value) => value !== null && names.includes(value);
  },
  does_not_equal: (operand, path) => {
    const names = readNames(operand, path);
    return (value) => value === null || !names.includes(value);
  },
  ...emptiness((value: string | null) => value === null),
};

/** Conditions on a list of names or ids. `readOperand` brings ids to the form in which they are kept. */
export function listConditions(
  readOperand: (operand: string, path: string) => string,
): ConditionTable<readonly string[]> {
  const read = (operand: unknown, path: string) =>
    readNames(operand, path).map((name) => readOperand(name, path));
  return {
    contains: (operand, path) => {
      const wanted = read(operand, path);
      return (value) => wanted.some((name) => value.includes(name));
    },
    does_not_contain: (operand, path) => {
      const wanted = read(operand, path);
      return (value) => !wanted.some((name) => value.includes(name));
    },
    ...emptiness((value: readonly string[]) => value.length === 0),
  };
}

/** Whether there are files at all. */
export const FILES_CONDITIONS: ConditionTable<readonly unknown[]> = emptiness(
  (value: readonly unknown[]) => value.length === 0,
);

/** Conditions on the state of a verification. */
export const VERIFICATION_CONDITIONS: ConditionTable<string> = {
  status: text((value, operand) => value === operand),
  does_not_equal: text((value, operand) => value !== operand),
};
