import {
  asNumber,
  asText,
  compareValues,
  equalValues,
  FORMULA_ERROR,
  type FormulaValue,
  isTruthy,
} from './formula-value.ts';
import { FORMULA_FUNCTIONS } from './functions.ts';
import { type FormulaNode, parseFormula } from './parse.ts';
import { FormulaSyntaxError } from './tokenize.ts';

/** How a formula reaches the row it is worked out for. */
export interface FormulaScope<Row> {
  /** Reads the column of that name or id, or null when there is none. */
  column(key: string): { readonly id: string; read(row: Row): FormulaValue } | null;
  recordId(row: Row): string;
  createdTime(row: Row): Date;
  /** Last edit of the row, or of these columns only; null before the first. */
  lastModifiedTime(row: Row, columnIds: readonly string[]): Date | null;
}

export type CompiledFormula<Row> = (row: Row) => FormulaValue;

/** Turns a formula into a function of a row; throws `FormulaSyntaxError` for anything invalid or unknown. */
export function compileFormula<Row>(formula: string, scope: FormulaScope<Row>): CompiledFormula<Row> {
  const tree = parseFormula(formula);
  const unknown = new Set<string>();
  const compiled = compileNode(tree, scope, unknown);
  if (unknown.size > 0)
    throw new FormulaSyntaxError(`Unknown field names: ${[...unknown].join(', ').toLowerCase()}`);
  return compiled;
}

function compileNode<Row>(
  node: FormulaNode,
  scope: FormulaScope<Row>,
  unknown: Set<string>,
): CompiledFormula<Row> {
  switch (node.kind) {
    case 'literal':
      return () => node.value;
    case 'field': {
      const column = scope.column(node.key);
      if (column !== null) return (row) => column.read(row);
      unknown.add(node.key);
      return () => null;
    }
    case 'negate': {
      const operand = compileNode(node.operand, scope, unknown);
      return (row) => arithmetic('*', -1, operand(row));
    }
    case 'operator': {
      const left = compileNode(node.left, scope, unknown);
      const right = compileNode(node.right, scope, unknown);
      return (row) => operate(node.symbol, left(row), right(row));
    }
    case 'call':
      return compileCall(node, scope, unknown);
  }
}

function compileCall<Row>(
  node: FormulaNode & { kind: 'call' },
  scope: FormulaScope<Row>,
  unknown: Set<string>,
): CompiledFormula<Row> {
  if (node.name === 'LAST_MODIFIED_TIME') {
    const columnIds = node.args.map((arg) => columnId(arg, scope, unknown));
    return (row) => scope.lastModifiedTime(row, columnIds);
  }
  const args = node.args.map((arg) => compileNode(arg, scope, unknown));
  const [first = () => null, second = () => null, third = () => null] = args;
  const expect = (min: number, max: number): void => {
    if (args.length < min || args.length > max) throw new FormulaSyntaxError();
  };
  switch (node.name) {
    case 'RECORD_ID':
      expect(0, 0);
      return (row) => scope.recordId(row);
    case 'CREATED_TIME':
      expect(0, 0);
      return (row) => scope.createdTime(row);
    case 'AND':
    case 'OR':
      expect(1, Number.POSITIVE_INFINITY);
      return (row) => combine(node.name === 'AND', row, args);
    case 'IF':
      expect(2, 3);
      return (row) => {
        const condition = first(row);
        if (condition === FORMULA_ERROR) return condition;
        return isTruthy(condition) ? second(row) : third(row);
      };
  }
  const named = FORMULA_FUNCTIONS[node.name];
  if (named === undefined) throw new FormulaSyntaxError();
  expect(named.min, named.max);
  return (row) => {
    const values = args.map((arg) => arg(row));
    return values.includes(FORMULA_ERROR) ? FORMULA_ERROR : named.apply(values);
  };
}

function columnId<Row>(arg: FormulaNode, scope: FormulaScope<Row>, unknown: Set<string>): string {
  if (arg.kind !== 'field') throw new FormulaSyntaxError();
  const column = scope.column(arg.key);
  if (column === null) unknown.add(arg.key);
  return column?.id ?? '';
}

function combine<Row>(all: boolean, row: Row, args: readonly CompiledFormula<Row>[]): FormulaValue {
  for (const arg of args) {
    const value = arg(row);
    if (value === FORMULA_ERROR) return value;
    if (isTruthy(value) !== all) return !all;
  }
  return all;
}

function operate(symbol: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left === FORMULA_ERROR || right === FORMULA_ERROR) return FORMULA_ERROR;
  switch (symbol) {
    case '&':
      return asText(left) + asText(right);
    case '=':
      return equalValues(left, right);
    case '!=':
      return !equalValues(left, right);
    case '<':
      return compareValues(left, right) < 0;
    case '<=':
      return compareValues(left, right) <= 0;
    case '>':
      return compareValues(left, right) > 0;
    case '>=':
      return compareValues(left, right) >= 0;
    default:
      return arithmetic(symbol, left, right);
  }
}

function arithmetic(symbol: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left === FORMULA_ERROR || right === FORMULA_ERROR) return FORMULA_ERROR;
  const [a, b] = [asNumber(left), asNumber(right)];
  // Text that is no number is an error, while 0/0 is a number that is none.
  if (Number.isNaN(a) || Number.isNaN(b)) return FORMULA_ERROR;
  if (symbol === '+') return a + b;
  if (symbol === '-') return a - b;
  return symbol === '*' ? a * b : a / b;
}
