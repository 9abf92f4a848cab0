import { expectObject, expectString, isJsonObject } from '../body-checks.ts';
import { invalid, type NotionApiError } from '../notion-api-error.ts';
import type { Author } from '../state/change.ts';
import { changeProperties } from '../state/source-changes.ts';
import { findProperty, type SourceProperty, TITLE_ID } from './property.ts';
import { type ConfigContext, readConfig } from './write-config.ts';

/** Applies the `properties` of a schema write: `null` removes a column, `{name}` renames it, a type makes or changes it. */
export function writeProperties(
  context: ConfigContext,
  { value, path, author }: { value: unknown; path: string; author: Author },
): void {
  const { source } = context;
  const changes = new Map<string, SourceProperty | null>();
  const mirrors: { property: SourceProperty & { type: 'relation' }; name: string }[] = [];
  for (const [key, stated] of Object.entries(expectObject(value, path))) {
    const existing = findProperty(source.properties, key);
    if (stated === null) {
      if (existing === undefined) throw invalid(`${key} is not a property that exists.`);
      if (existing.id === TITLE_ID) throw invalid('Cannot delete title property.');
      changes.set(existing.id, null);
      continue;
    }
    const { property, mirrorName } = readProperty(context, { key, stated, existing, path: `${path}.${key}` });
    changes.set(property.id, property);
    if (mirrorName !== null && property.type === 'relation') mirrors.push({ property, name: mirrorName });
  }
  refuseDoubles(source.properties, changes);
  changeProperties(context.workspace, source, { changes, author });
  for (const mirror of mirrors) addMirror(context, mirror, author);
}

function readProperty(
  context: ConfigContext,
  sent: { key: string; stated: unknown; existing: SourceProperty | undefined; path: string },
): { property: SourceProperty; mirrorName: string | null } {
  const { key, existing, path } = sent;
  const stated = expectObject(sent.stated, path);
  const name =
    stated.name === undefined ? (existing?.name ?? key) : expectString(stated.name, `${path}.name`);
  const description =
    typeof stated.description === 'string' ? stated.description : (existing?.description ?? null);
  const isRenameOnly = existing !== undefined && !Object.values(stated).some(isJsonObject);
  if (isRenameOnly) return { property: { ...existing, name, description }, mirrorName: null };
  const { config, mirrorName } = readConfig(context, { stated, path, existing });
  if (config.type === 'title' && existing?.type !== 'title' && context.source.properties.has(TITLE_ID))
    throw onlyOneTitle();
  const id =
    existing?.id ??
    (config.type === 'title' ? TITLE_ID : context.workspace.newPropertyId(context.source.properties));
  return { property: { id, name, description, ...config }, mirrorName };
}

function refuseDoubles(
  before: ReadonlyMap<string, SourceProperty>,
  changes: ReadonlyMap<string, SourceProperty | null>,
): void {
  const names = new Set<string>();
  let titles = 0;
  for (const property of new Map([...before, ...changes]).values()) {
    if (property === null) continue;
    if (names.has(property.name)) throw invalid(`Duplicate property name: ${property.name}.`);
    names.add(property.name);
    if (property.type === 'title') titles += 1;
  }
  if (titles !== 1) throw onlyOneTitle();
}

function onlyOneTitle(): NotionApiError {
  return invalid('A data source must have exactly one title property.');
}

function addMirror(
  { workspace, source }: ConfigContext,
  { property, name }: { property: SourceProperty & { type: 'relation' }; name: string },
  author: Author,
): void {
  const target = workspace.sources.get(property.sourceId);
  if (target === undefined) return;
  const mirror: SourceProperty = {
    id: workspace.newPropertyId(target.properties),
    name,
    description: null,
    type: 'relation',
    sourceId: source.id,
    syncedPropertyId: property.id,
  };
  changeProperties(workspace, target, { changes: new Map([[mirror.id, mirror]]), author });
  source.properties.set(property.id, { ...property, syncedPropertyId: mirror.id });
}
