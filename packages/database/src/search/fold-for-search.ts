/** Blocks of combining marks (Unicode 17), which both databases ignore: first and last character of each. */
export const MARK_BLOCKS: readonly (readonly [first: string, last: string])[] = [
  ['\u0300', '\u036f'],
  ['\u1ab0', '\u1aff'],
  ['\u1dc0', '\u1dff'],
  ['\u20d0', '\u20ff'],
  ['\ufe20', '\ufe2f'],
];

/** Lower-case letters that NFKD does not take apart, and what people type for them; Greek has one more s for word ends. */
export const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ς: 'σ' };

// NUL goes too: SQLite's text functions stop there.
const IGNORED = new RegExp(`[\\0${MARK_BLOCKS.map(([first, last]) => `${first}-${last}`).join('')}]+`, 'g');
const LIGATURE = new RegExp(`[${Object.keys(LIGATURES).join('')}]`, 'g');

/** Characters up to general punctuation, as far as they were met: French text is made of them, one at a time. */
const FOLDED = new Array<string | undefined>(0x2070);

/** Text as search compares it: without case, accents or ligatures, so that « Énergie » is found by `energie`. */
export function foldForSearch(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= FOLDED.length) return foldAll(text);
    folded += FOLDED[code] ??= foldAll(String.fromCharCode(code));
  }
  return folded;
}

function foldAll(text: string): string {
  return text
    .normalize('NFKD')
    .replace(IGNORED, '')
    .toLowerCase()
    .replace(LIGATURE, (letter) => LIGATURES[letter] ?? letter);
}
