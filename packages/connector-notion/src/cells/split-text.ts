/** Notion takes this many UTF-16 units in one item of rich text. */
const LONGEST_ITEM = 2_000;

/** Cuts a text into pieces that Notion takes, never inside a surrogate pair. Joined, they are the text. */
export function splitText(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + LONGEST_ITEM);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
