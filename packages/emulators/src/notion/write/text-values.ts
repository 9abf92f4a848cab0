import {
  complaint,
  expectArray,
  expectObject,
  expectOnly,
  expectString,
  expectUuid,
  failedCheck,
  failedUnion,
  isJsonObject,
  type JsonObject,
} from '../body-checks.ts';
import { TITLE_ID } from '../schema/property.ts';
import type { RichTextItem } from '../values/cell.ts';
import { cellFromItems, ITEM_LENGTH, otherItem, plainTextOf, textItem } from '../values/rich-text.ts';
import { readDateValue } from './date-values.ts';
import type { ValueReader, WriteContext } from './write-context.ts';

const EQUATION_LENGTH = 1000;

type Names = Pick<WriteContext, 'workspace'>;

/** An item of the right shape; what it mentions is looked up later. */
type PendingItem = (context: Names) => RichTextItem;

/** `title` and `rich_text`. */
export const readText: ValueReader = (value, path) => {
  const items = readRichText(value, path);
  return (context) => cellFromItems(items.flatMap((item) => dropEmpty(item(context))));
};

/** `url`, `email` and `phone_number`: text of a length of its own, never an empty string. */
export function readLine(max: number): ValueReader {
  return (value, path) => {
    if (value === null) return () => undefined;
    if (value === '') throw failedCheck(path, 'populated or `null`', value);
    if (value !== undefined && typeof value !== 'string')
      throw failedCheck(path, 'a string or `null`', value);
    const text = expectString(value, path, max);
    return () => text;
  };
}

/** A list of rich text items of the right shape. */
function readRichText(value: unknown, path: string): PendingItem[] {
  return expectArray(value, path).map((item, index) => readItem(item, `${path}[${index}]`));
}

/** Rich text that is a title or a description: its text only. */
export function readTitleText(value: unknown, path: string, context: Names): string {
  return readRichText(value, path)
    .map((item) => item(context).plain_text)
    .join('');
}

function readItem(value: unknown, path: string): PendingItem {
  const item = expectObject(value, path);
  expectOnly(item, path, ['type', 'text', 'mention', 'equation', 'annotations', 'plain_text', 'href']);
  const annotations = readAnnotations(item.annotations, `${path}.annotations`);
  if (item.text !== undefined || item.type === 'text') return readTextItem(item, path, annotations);
  if (item.equation !== undefined || item.type === 'equation') {
    const equation = expectObject(item.equation, `${path}.equation`);
    const expression = expectString(equation.expression, `${path}.equation.expression`, EQUATION_LENGTH);
    return () => otherItem({ equation: { expression } }, { plainText: expression, annotations });
  }
  if (item.mention !== undefined || item.type === 'mention')
    return readMention(expectObject(item.mention, `${path}.mention`), `${path}.mention`);
  throw failedUnion(
    'body',
    ['text', 'mention', 'equation'].map((kind) => complaint(`${path}.${kind}`, 'defined', undefined)),
  );
}

function readTextItem(
  item: JsonObject,
  path: string,
  annotations: Record<string, boolean | string>,
): PendingItem {
  const text = expectObject(item.text, `${path}.text`);
  const content = expectString(text.content, `${path}.text.content`, ITEM_LENGTH);
  const { link } = text;
  if (link === undefined || link === null) return () => textItem(content, { annotations });
  if (!isJsonObject(link)) throw failedCheck(`${path}.text.link`, 'an object, `null`, or `undefined`', link);
  const url = expectString(link.url, `${path}.text.link.url`, ITEM_LENGTH);
  return () => textItem(content, { url, annotations });
}

function readAnnotations(value: unknown, path: string): Record<string, boolean | string> {
  if (value === undefined) return {};
  const annotations: Record<string, boolean | string> = {};
  for (const [name, setting] of Object.entries(expectObject(value, path))) {
    if (setting === undefined) continue;
    if (typeof setting !== (name === 'color' ? 'string' : 'boolean'))
      throw failedCheck(`${path}.${name}`, name === 'color' ? 'a string' : 'a boolean', setting);
    if (typeof setting === 'string' || typeof setting === 'boolean') annotations[name] = setting;
  }
  return annotations;
}

function readMention(mention: JsonObject, path: string): PendingItem {
  if (mention.date !== undefined) {
    const date = readDateValue(mention.date, `${path}.date`);
    return () => otherItem({ mention: { type: 'date', date } }, { plainText: date.start });
  }
  for (const kind of ['user', 'page', 'database'] as const) {
    if (mention[kind] === undefined) continue;
    const id = expectUuid(expectObject(mention[kind], `${path}.${kind}`).id, `${path}.${kind}.id`);
    return (context) => {
      const target = kind === 'user' ? { object: 'user', id } : { id };
      return otherItem(
        { mention: { type: kind, [kind]: target } },
        { plainText: mentionText(context, kind, id) },
      );
    };
  }
  throw failedUnion(
    'body',
    ['user', 'date', 'page', 'database'].map((kind) => complaint(`${path}.${kind}`, 'defined', undefined)),
  );
}

function mentionText({ workspace }: Names, kind: 'user' | 'page' | 'database', id: string): string {
  if (kind === 'user') return `@${workspace.people.get(id)?.name ?? 'Anonymous'}`;
  if (kind === 'database') return workspace.databases.get(id)?.title ?? 'Untitled';
  const title = plainTextOf(workspace.pages.get(id)?.cells[TITLE_ID]);
  return title === '' ? 'Untitled' : title;
}

function dropEmpty(item: RichTextItem): RichTextItem[] {
  return item.type === 'text' && item.plain_text === '' ? [] : [item];
}
