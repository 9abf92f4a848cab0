import { accepted, type Reading, refused } from './reading.ts';

/** Longest text kept, in UTF-16 units. */
export interface TextRule {
  readonly maxLength: number;
  /** Whether line breaks are kept; otherwise each becomes a blank. */
  readonly multiline: boolean;
}

const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const UNUSUAL = /[\p{Cc}\u2028\u2029]/u;
const INVISIBLE_ONLY = /^[\p{Z}\p{Cf}\s]*$/u;
const DELETE = 0x7f;
const FIRST_PRINTABLE = 0x20;

/**
 * Text as a deal keeps it: composed accents (NFC), `\n` line breaks, no outer blanks, none of the C0 controls that
 * no one can see, search or type. `null` when nothing visible is left. Text that no database can hold is refused.
 */
export function readText(text: string, rule: TextRule): Reading<string | null> {
  if (text.includes('\0')) return refused('contient un caractère NUL (U+0000). Retirez-le.');
  if (!text.isWellFormed()) {
    return refused('contient un caractère Unicode incomplet (demi-paire isolée). Ressaisissez le texte.');
  }
  const plain = (UNUSUAL.test(text) ? withoutControls(text, rule) : text).normalize('NFC').trim();
  if (plain.length > rule.maxLength) {
    return refused(
      `le texte compte ${plain.length} caractères, la limite est de ${rule.maxLength}. Raccourcissez-le.`,
    );
  }
  return accepted(INVISIBLE_ONLY.test(plain) ? null : plain);
}

function withoutControls(text: string, rule: TextRule): string {
  const lines = text.replace(LINE_BREAK, '\n');
  const flat = rule.multiline ? lines : lines.replace(/\s*[\n\t]\s*/g, ' ');
  return flat.replace(/\p{Cc}/gu, (control) => (isInvisible(control) ? '' : control));
}

function isInvisible(control: string): boolean {
  const code = control.charCodeAt(0);
  return control !== '\n' && control !== '\t' && (code < FIRST_PRINTABLE || code === DELETE);
}
