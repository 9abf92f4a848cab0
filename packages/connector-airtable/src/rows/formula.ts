/** What a formula's quotes hold safely; line breaks and the like are not documented inside them. */
const SAYABLE = /^[^\p{Cc}\u2028\u2029]*$/u;

/** The formula for « this column holds exactly this text »; `null` for a text that no formula can hold for sure. */
export function equalsFormula(fieldId: string, value: string): string | null {
  if (!SAYABLE.test(value)) return null;
  return `{${fieldId}}='${value.replace(/[\\']/g, String.raw`\$&`)}'`;
}

/**
 * The formula for « created or changed after this instant ». A row that nobody has edited since it was created has no
 * modification time, and an instant that is not parsed is compared as text and lets every row through.
 */
export function changedAfterFormula(instant: string): string {
  const modified = 'IF(LAST_MODIFIED_TIME(),LAST_MODIFIED_TIME(),CREATED_TIME())';
  return `IS_AFTER(${modified},DATETIME_PARSE('${instant}'))`;
}
