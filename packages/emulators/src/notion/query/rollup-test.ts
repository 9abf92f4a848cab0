import { complaint, expectObject, failedUnion } from '../body-checks.ts';
import type { SourceProperty } from '../schema/property.ts';
import type { Page, PageVersion } from '../state/records.ts';
import { instantOf } from '../values/date-value.ts';
import { visibleLinks } from '../values/render-context.ts';
import { renderWhole } from '../values/render-value.ts';
import { NUMBER_CONDITIONS, readCondition } from './conditions.ts';
import { dateConditions } from './date-conditions.ts';
import type { FilterContext, propertyTest, RowTest } from './property-test.ts';

type Rollup = SourceProperty & { type: 'rollup' };

/** The test on a rollup: on each of the values behind it, or on its result. */
export function rollupTest(
  context: FilterContext,
  property: Rollup,
  filter: { condition: Readonly<Record<string, unknown>>; path: string; testOf: typeof propertyTest },
): RowTest {
  const { condition, path } = filter;
  for (const quantifier of ['any', 'every', 'none'] as const)
    if (condition[quantifier] !== undefined) return quantified(context, property, { ...filter, quantifier });
  const result = (version: PageVersion, page: Page) => renderWhole({ ...context, page, version }, property);
  if (condition.number !== undefined) {
    const at = `${path}.number`;
    const test = readCondition(expectObject(condition.number, at), at, NUMBER_CONDITIONS);
    return (version, page) => test(numberIn(result(version, page)));
  }
  if (condition.date !== undefined) {
    const at = `${path}.date`;
    const conditions = dateConditions(() => context.workspace.now());
    const test = readCondition(expectObject(condition.date, at), at, conditions);
    return (version, page) => test(startIn(result(version, page)));
  }
  throw failedUnion(
    'body',
    ['any', 'every', 'none', 'number', 'date'].map((name) =>
      complaint(`${path}.${name}`, 'defined', undefined),
    ),
  );
}

function quantified(
  context: FilterContext,
  property: Rollup,
  filter: {
    condition: Readonly<Record<string, unknown>>;
    path: string;
    quantifier: 'any' | 'every' | 'none';
    testOf: typeof propertyTest;
  },
): RowTest {
  const { quantifier } = filter;
  const path = `${filter.path}.${quantifier}`;
  const stated = expectObject(filter.condition[quantifier], path);
  const relation = context.source.properties.get(property.relationPropertyId);
  const source = relation?.type === 'relation' ? context.workspace.sources.get(relation.sourceId) : undefined;
  const target = source?.properties.get(property.rollupPropertyId);
  const [type] = Object.keys(stated);
  if (relation === undefined || source === undefined || target === undefined || type === undefined)
    return () => quantifier !== 'any';
  const test = filter.testOf({ ...context, source }, target, {
    // Every kind of text is asked for as rich text here.
    type: type === 'rich_text' && isText(target) ? target.type : type,
    stated: stated[type],
    path: `${path}.${type}`,
  });
  return (version, page) => {
    const linked = visibleLinks({ ...context, page, version }, relation).flatMap(
      (id) => context.workspace.pages.get(id) ?? [],
    );
    if (quantifier === 'every') return linked.every((other) => test(other, other));
    return linked.some((other) => test(other, other)) === (quantifier === 'any');
  };
}

function isText(property: SourceProperty): boolean {
  return ['title', 'rich_text', 'url', 'email', 'phone_number'].includes(property.type);
}

function numberIn(rendered: unknown): number | null {
  if (typeof rendered !== 'object' || rendered === null || !('number' in rendered)) return null;
  return typeof rendered.number === 'number' ? rendered.number : null;
}

function startIn(rendered: unknown): number | null {
  if (typeof rendered !== 'object' || rendered === null || !('date' in rendered)) return null;
  const { date } = rendered;
  if (typeof date !== 'object' || date === null || !('start' in date) || typeof date.start !== 'string')
    return null;
  return instantOf(date.start);
}
