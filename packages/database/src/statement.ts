/** SQL text with `?` for each value that travels beside it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The ids a piece of a large read is about: above `after`, up to `through`. */
export interface IdWindow {
  readonly after: number;
  readonly through: number;
}

/** Builds a statement: what is interpolated becomes a parameter, unless it is a statement itself. */
export function statement(texts: TemplateStringsArray, ...parts: readonly unknown[]): Statement {
  let text = texts[0] ?? '';
  const values: unknown[] = [];
  for (const [index, part] of parts.entries()) {
    text += (isStatement(part) ? part.text : '?') + (texts[index + 1] ?? '');
    values.push(...(isStatement(part) ? part.values : [part]));
  }
  return { text, values };
}

/** SQL that we wrote ourselves, to be part of a statement. Never anything a person typed. */
export function verbatim(text: string): Statement {
  return { text, values: [] };
}

/** Statements one after the other with `separator` between them. */
export function joined(parts: readonly Statement[], separator: string): Statement {
  return {
    text: parts.map(({ text }) => text).join(separator),
    values: parts.flatMap(({ values }) => values),
  };
}

function isStatement(part: unknown): part is Statement {
  return typeof part === 'object' && part !== null && 'text' in part && 'values' in part;
}
