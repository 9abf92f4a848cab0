import type { Cell, RichTextItem } from './cell.ts';

/** Characters one item may hold. */
export const ITEM_LENGTH = 2000;

const PLAIN_ANNOTATIONS = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: 'default',
} as const;

/** An item without formatting. */
export function textItem(
  content: string,
  options: { url?: string | null; annotations?: Readonly<Record<string, boolean | string>> } = {},
): RichTextItem {
  const url = options.url ?? null;
  return {
    type: 'text',
    text: { content, link: url === null ? null : { url } },
    annotations: { ...PLAIN_ANNOTATIONS, ...options.annotations },
    plain_text: content,
    href: url,
  };
}

/** A mention or an equation. */
export function otherItem(
  content: { mention: Readonly<Record<string, unknown>> } | { equation: { expression: string } },
  options: {
    plainText: string;
    href?: string | null;
    annotations?: Readonly<Record<string, boolean | string>>;
  },
): RichTextItem {
  return {
    type: 'mention' in content ? 'mention' : 'equation',
    ...content,
    annotations: { ...PLAIN_ANNOTATIONS, ...options.annotations },
    plain_text: options.plainText,
    href: options.href ?? null,
  };
}

/** The items of a text cell; empty when the cell is. */
export function richTextOf(cell: Cell | undefined): readonly RichTextItem[] {
  if (typeof cell === 'string') return [textItem(cell)];
  return typeof cell === 'object' && 'rich' in cell ? cell.rich : [];
}

/** The text of a cell as people read it. */
export function plainTextOf(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  return richTextOf(cell)
    .map((item) => item.plain_text)
    .join('');
}

/** The cell that holds these items; one item without formatting is kept as a string. */
export function cellFromItems(items: readonly RichTextItem[]): Cell | undefined {
  const [only] = items;
  if (only === undefined) return undefined;
  if (items.length === 1 && isPlain(only)) return only.plain_text;
  return { rich: items };
}

/** The cell that holds this text, cut into items where it is too long for one. */
export function cellFromText(text: string): Cell | undefined {
  if (text.length === 0) return undefined;
  if (text.length <= ITEM_LENGTH) return text;
  const items: RichTextItem[] = [];
  for (let at = 0; at < text.length; at += ITEM_LENGTH)
    items.push(textItem(text.slice(at, at + ITEM_LENGTH)));
  return { rich: items };
}

function isPlain(item: RichTextItem): boolean {
  return (
    item.type === 'text' &&
    item.href === null &&
    item.plain_text.length > 0 &&
    Object.entries(PLAIN_ANNOTATIONS).every(([name, value]) => item.annotations[name] === value)
  );
}
