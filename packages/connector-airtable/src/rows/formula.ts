/** What a formula's quotes hold safely; line breaks and the like are not documented inside them. */
const SAYABLE = /^[^\p{Cc}\u2028\u2029]*$/u;

/** The formula for « this column holds exactly this text »; `null` for a text that no formula can hold for sure. */
export function equalsFormula(fieldId: string, value: string): string | null {
  if (!SAYABLE.test(value)) return null;
  return `{${fieldId}}='${value.replace(/[\\']/g, String.raw`\$&`)}'`;
}
