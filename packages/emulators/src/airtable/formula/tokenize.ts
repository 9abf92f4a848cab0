/** One word of a formula. `field` holds the name or id between braces, unescaped. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'field' | 'symbol';
  readonly value: string;
}

/** A formula that cannot be understood, or that uses what the emulator does not know. */
export class FormulaSyntaxError extends Error {
  constructor(reason = 'Invalid formula. Please check your formula text.') {
    super(reason);
    this.name = 'FormulaSyntaxError';
  }
}

const PATTERNS: readonly [Token['kind'] | 'blank', RegExp][] = [
  ['blank', /\s+/y],
  ['number', /\d+(\.\d+)?|\.\d+/y],
  ['text', /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y],
  ['field', /\{((?:[^}\\]|\\[\s\S])+)\}/y],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['symbol', /!=|<=|>=|[-+*/&=<>(),]/y],
];

/** Cuts a formula into words; strings take single or double quotes, a backslash escapes. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < formula.length) {
    const found = tokenAt(formula, position);
    if (found === null) throw new FormulaSyntaxError();
    position = found.end;
    if (found.token !== null) tokens.push(found.token);
  }
  return tokens;
}

function tokenAt(formula: string, position: number): { token: Token | null; end: number } | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const match = pattern.exec(formula);
    if (match === null) continue;
    const end = pattern.lastIndex;
    if (kind === 'blank') return { token: null, end };
    const quoted = kind === 'text' || kind === 'field' ? (match[1] ?? match[2] ?? '') : match[0];
    const value = kind === 'text' || kind === 'field' ? quoted.replace(/\\([\s\S])/g, '$1') : quoted;
    return { token: { kind, value }, end };
  }
  return null;
}
