import {
  complaint,
  expectArray,
  expectObject,
  expectString,
  expectWord,
  failedCheck,
  failedUnion,
  type JsonObject,
} from '../body-checks.ts';
import { invalid } from '../notion-api-error.ts';
import { findProperty } from '../schema/property.ts';
import { lowerBound } from './date-conditions.ts';
import { type FilterContext, propertyTest, type RowTest, timestampTest } from './property-test.ts';

/** A filter that was understood. */
export interface Filter {
  readonly test: RowTest;
  /** Nothing older passes: what lets a query start in the middle of an ordered table. */
  readonly lowest: { readonly created_time?: number; readonly last_edited_time?: number };
}

const MAX_DEPTH = 2;

/** Reads the `filter` of a query. */
export function readFilter(value: unknown, context: FilterContext): Filter {
  return readNode(value, context, { path: 'body.filter', depth: 0 });
}

function readNode(value: unknown, context: FilterContext, at: { path: string; depth: number }): Filter {
  const node = expectObject(value, at.path);
  for (const operator of ['and', 'or'] as const)
    if (node[operator] !== undefined) return readCompound(node, context, { ...at, operator });
  if (node.timestamp !== undefined) return readTimestamp(node, context, at.path);
  if (node.property !== undefined) return readProperty(node, context, at.path);
  throw failedUnion(
    'body',
    ['or', 'and', 'property', 'timestamp'].map((name) =>
      complaint(`${at.path}.${name}`, 'defined', undefined),
    ),
  );
}

function readCompound(
  node: JsonObject,
  context: FilterContext,
  { path, depth, operator }: { path: string; depth: number; operator: 'and' | 'or' },
): Filter {
  if (depth >= MAX_DEPTH) throw failedCheck(`${path}.${operator}`, 'not present', node[operator]);
  const parts = expectArray(node[operator], `${path}.${operator}`).map((part, index) =>
    readNode(part, context, { path: `${path}.${operator}[${index}]`, depth: depth + 1 }),
  );
  if (operator === 'or')
    return { test: (version, page) => parts.some((part) => part.test(version, page)), lowest: {} };
  return {
    test: (version, page) => parts.every((part) => part.test(version, page)),
    lowest: Object.assign({}, ...parts.map((part) => part.lowest)),
  };
}

function readTimestamp(node: JsonObject, context: FilterContext, path: string): Filter {
  const timestamp = expectWord(node.timestamp, `${path}.timestamp`, ['created_time', 'last_edited_time']);
  const at = `${path}.${timestamp}`;
  const condition = expectObject(node[timestamp], at);
  const test = timestampTest(context, timestamp, { condition, path: at });
  const lowest = lowerBound(condition, context.workspace.now());
  return { test, lowest: lowest === null ? {} : { [timestamp]: lowest } };
}

function readProperty(node: JsonObject, context: FilterContext, path: string): Filter {
  const name = expectString(node.property, `${path}.property`);
  const types = Object.keys(node).filter(
    (key) => !['property', 'type'].includes(key) && node[key] !== undefined,
  );
  const [type] = types;
  if (type === undefined || types.length > 1)
    throw failedUnion(
      'body',
      ['title', 'rich_text', 'number', 'checkbox', 'select', 'date'].map((known) =>
        complaint(`${path}.${known}`, 'defined', undefined),
      ),
    );
  const property = findProperty(context.source.properties, name);
  if (property === undefined) throw invalid(`Could not find property with name or id: ${name}`);
  return {
    test: propertyTest(context, property, { type, stated: node[type], path: `${path}.${type}` }),
    lowest: {},
  };
}
