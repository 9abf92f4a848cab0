import type { RollupFunction, SourceProperty } from '../schema/property.ts';
import { dateOf, idsOf, numberOf } from './cell.ts';
import { instantOf } from './date-value.ts';
import { type RenderContext, visibleLinks } from './render-context.ts';

type Rollup = SourceProperty & { type: 'rollup' };

/** Renders the value of any column; given from outside, because a rollup is itself a column. */
type Render = (context: RenderContext, property: SourceProperty) => unknown;

/** One linked page's value of the column a rollup looks at. */
interface Seen {
  readonly rendered: unknown;
  readonly number: number | null;
  readonly start: string | null;
  readonly checked: boolean;
  readonly isEmpty: boolean;
  readonly type: string;
}

/** What the property item endpoint refuses to compute. */
export const UNSUPPORTED_BY_ITEMS: readonly RollupFunction[] = [
  'show_unique',
  'unique',
  'median',
  'count_per_group',
  'percent_per_group',
];

/** The result of a rollup over the first `limit` links: beyond that it is wrong, as it is in the API. */
export function computeRollup(
  context: RenderContext,
  property: Rollup,
  { limit, render }: { limit: number; render: Render },
): Record<string, unknown> {
  const seen = seenBy(context, property, render).slice(0, limit);
  return { ...summarize(property.function, seen), function: property.function };
}

/** The values a rollup looks at, rendered as the API sends them in an array. */
export function rollupValues(
  context: RenderContext,
  property: Rollup,
  render: Render,
): Record<string, unknown>[] {
  return seenBy(context, property, render).map((seen) => ({ type: seen.type, [seen.type]: seen.rendered }));
}

function seenBy(context: RenderContext, property: Rollup, render: Render): Seen[] {
  const relation = context.source.properties.get(property.relationPropertyId);
  if (relation?.type !== 'relation') return [];
  const source = context.workspace.sources.get(relation.sourceId);
  const target = source?.properties.get(property.rollupPropertyId);
  if (source === undefined || target === undefined || target.type === 'rollup') return [];
  return visibleLinks(context, relation).flatMap((id) => {
    const page = context.workspace.pages.get(id);
    if (page === undefined) return [];
    const cell = page.cells[target.id];
    return {
      rendered: render({ ...context, source, page, version: page }, target),
      number: numberOf(cell),
      start: target.type === 'date' ? (dateOf(cell)?.start ?? null) : null,
      checked: cell === true,
      isEmpty: target.type === 'relation' ? idsOf(cell).length === 0 : cell === undefined,
      type: target.type,
    };
  });
}

function summarize(kind: RollupFunction, seen: readonly Seen[]): Record<string, unknown> {
  if (kind === 'show_original' || kind === 'show_unique') {
    return { type: 'array', array: seen.map((one) => ({ type: one.type, [one.type]: one.rendered })) };
  }
  if (kind === 'count_per_group' || kind === 'percent_per_group')
    return { type: 'unsupported', unsupported: {} };
  if (kind === 'earliest_date' || kind === 'latest_date' || kind === 'date_range')
    return { type: 'date', date: summarizeDates(kind, seen) };
  return { type: 'number', number: summarizeNumbers(kind, seen) };
}

function summarizeDates(kind: 'earliest_date' | 'latest_date' | 'date_range', seen: readonly Seen[]) {
  const starts = seen
    .flatMap((one) => one.start ?? [])
    .toSorted((left, right) => instantOf(left) - instantOf(right));
  const [first] = starts;
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return null;
  if (kind === 'date_range') return { start: first, end: last, time_zone: null };
  return { start: kind === 'earliest_date' ? first : last, end: null, time_zone: null };
}

function summarizeNumbers(kind: RollupFunction, seen: readonly Seen[]): number | null {
  const numbers = seen.flatMap((one) => one.number ?? []).toSorted((left, right) => left - right);
  const empty = seen.filter((one) => one.isEmpty).length;
  const checked = seen.filter((one) => one.checked).length;
  const share = (part: number) => (seen.length === 0 ? 0 : part / seen.length);
  const sum = numbers.reduce((total, number) => total + number, 0);
  const least = numbers[0] ?? null;
  const most = numbers.at(-1) ?? null;
  switch (kind) {
    case 'count':
      return seen.length;
    case 'count_values':
    case 'not_empty':
      return seen.length - empty;
    case 'empty':
      return empty;
    case 'unique':
      return new Set(seen.filter((one) => !one.isEmpty).map((one) => JSON.stringify(one.rendered))).size;
    case 'percent_empty':
      return share(empty);
    case 'percent_not_empty':
      return share(seen.length - empty);
    case 'checked':
      return checked;
    case 'unchecked':
      return seen.length - checked;
    case 'percent_checked':
      return share(checked);
    case 'percent_unchecked':
      return share(seen.length - checked);
    case 'sum':
      return sum;
    case 'average':
      return numbers.length === 0 ? null : sum / numbers.length;
    case 'median':
      return median(numbers);
    case 'min':
      return least;
    case 'max':
      return most;
    case 'range':
      return least === null || most === null ? null : most - least;
    default:
      return null;
  }
}

function median(sorted: readonly number[]): number | null {
  const middle = sorted[Math.floor(sorted.length / 2)];
  const before = sorted[Math.ceil(sorted.length / 2) - 1];
  return middle === undefined || before === undefined ? null : (middle + before) / 2;
}
