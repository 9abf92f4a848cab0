import type { Call } from '../endpoint.ts';
import type { SourceProperty } from '../schema/property.ts';
import type { DataSource } from '../state/records.ts';
import { chosenProperties } from '../values/render-page.ts';

/** The name of the query parameter that chooses columns; clients also send it with brackets. */
export const FILTER_PROPERTIES = 'filter_properties';

/** The columns a request asks for, or `null` for all. */
export function filterProperties(
  call: Call,
  source: DataSource | undefined,
): readonly SourceProperty[] | null {
  const names = Object.entries(call.query)
    .filter(([key]) => key.replace(/\[\d*\]$/, '') === FILTER_PROPERTIES)
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string');
  return chosenProperties(source, names);
}
