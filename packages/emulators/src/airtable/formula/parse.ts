import { FormulaSyntaxError, type Token, tokenize } from './tokenize.ts';

/** A formula as a tree. */
export type FormulaNode =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly kind: 'negate'; readonly operand: FormulaNode }
  | {
      readonly kind: 'operator';
      readonly symbol: string;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    };

/** Loosest first. */
const PRECEDENCE: readonly (readonly string[])[] = [
  ['=', '!=', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
];

/** Deeper than anyone writes, shallow enough for the stack. */
const DEEPEST = 200;

/** Reads a formula; throws `FormulaSyntaxError` for what is none. */
export function parseFormula(formula: string): FormulaNode {
  const parser = new Parser(tokenize(formula));
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  #position = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): FormulaNode {
    const node = this.#binary(0);
    if (this.#position < this.#tokens.length) throw new FormulaSyntaxError();
    return node;
  }

  #binary(level: number): FormulaNode {
    const symbols = PRECEDENCE[level];
    if (symbols === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (let symbol = this.#accept(symbols); symbol !== null; symbol = this.#accept(symbols)) {
      left = { kind: 'operator', symbol, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #unary(): FormulaNode {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new FormulaSyntaxError();
    const node: FormulaNode =
      this.#accept(['-']) === null ? this.#primary() : { kind: 'negate', operand: this.#unary() };
    this.#depth -= 1;
    return node;
  }

  #primary(): FormulaNode {
    const token = this.#tokens[this.#position++];
    if (token === undefined) throw new FormulaSyntaxError();
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.value) };
    if (token.kind === 'text') return { kind: 'literal', value: token.value };
    if (token.kind === 'field') return { kind: 'field', key: token.value };
    if (token.kind === 'name') {
      if (this.#accept(['(']) === null) return { kind: 'field', key: token.value };
      return { kind: 'call', name: token.value.toUpperCase(), args: this.#arguments() };
    }
    if (token.value !== '(') throw new FormulaSyntaxError();
    const inner = this.#binary(0);
    this.#expect(')');
    return inner;
  }

  #arguments(): FormulaNode[] {
    const args: FormulaNode[] = [];
    if (this.#accept([')']) !== null) return args;
    do args.push(this.#binary(0));
    while (this.#accept([',']) !== null);
    this.#expect(')');
    return args;
  }

  #accept(symbols: readonly string[]): string | null {
    const token = this.#tokens[this.#position];
    if (token?.kind !== 'symbol' || !symbols.includes(token.value)) return null;
    this.#position += 1;
    return token.value;
  }

  #expect(symbol: string): void {
    if (this.#accept([symbol]) === null) throw new FormulaSyntaxError();
  }
}
