import type { DataSource } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import { optionsFromSeeds, statusFromSeeds } from './options.ts';
import { findProperty, PLAIN_TYPES, type SourceProperty, TITLE_ID } from './property.ts';
import type { PropertySeed } from './property-seed.ts';

/** Makes the column a seed states and puts it into the data source; a two-way relation makes its other side too. */
export function addProperty(
  workspace: Workspace,
  source: DataSource,
  { name, seed, id }: { name: string; seed: PropertySeed; id?: string | undefined },
): SourceProperty {
  const stated = typeof seed === 'string' ? ({ type: seed } as const) : seed;
  const statedId = typeof seed === 'string' ? undefined : seed.id;
  const description = (typeof seed === 'string' ? undefined : seed.description) ?? null;
  const propertyId =
    stated.type === 'title' ? TITLE_ID : (statedId ?? id ?? workspace.newPropertyId(source.properties));
  const base = { id: propertyId, name, description };
  const property = { ...base, ...configFromSeed(workspace, source, { stated, base }) };
  source.properties.set(propertyId, property);
  source.revision += 1;
  return property;
}

type Stated = Exclude<PropertySeed, string> | { readonly type: Extract<PropertySeed, string> };

function configFromSeed(
  workspace: Workspace,
  source: DataSource,
  { stated, base }: { stated: Stated; base: { id: string; name: string } },
) {
  const newId = () => workspace.newOptionId();
  switch (stated.type) {
    case 'number':
      return { type: stated.type, format: ('format' in stated ? stated.format : undefined) ?? 'number' };
    case 'select':
    case 'multi_select':
      return { type: stated.type, options: optionsFromSeeds(optionSeeds(stated), newId) };
    case 'status':
      return statusFromSeeds(optionSeeds(stated), newId);
    case 'formula':
      return {
        type: stated.type,
        expression: ('expression' in stated ? stated.expression : undefined) ?? '',
      };
    case 'unique_id':
      return { type: stated.type, prefix: ('prefix' in stated ? stated.prefix : undefined) ?? null };
    case 'relation':
      return {
        type: stated.type,
        sourceId: stated.dataSource,
        syncedPropertyId: mirror(workspace, { stated, source, base }),
      };
    case 'rollup':
      return {
        type: stated.type,
        function: stated.function,
        ...rollupIds(workspace, source, stated),
      };
    default:
      if (!PLAIN_TYPES.includes(stated.type))
        throw new RangeError(`there is no property type ${JSON.stringify(stated.type)} (${base.name})`);
      return { type: stated.type };
  }
}

function optionSeeds(stated: Stated) {
  return 'options' in stated ? (stated.options ?? []) : [];
}

function mirror(
  workspace: Workspace,
  relation: {
    stated: { dataSource: string; mirror?: string | undefined };
    source: DataSource;
    base: { id: string };
  },
): string | null {
  const { stated, source, base } = relation;
  if (stated.mirror === undefined) return null;
  const target = workspace.sources.get(stated.dataSource);
  if (target === undefined) throw new RangeError(`there is no data source ${stated.dataSource} to relate to`);
  const existing = findProperty(target.properties, stated.mirror);
  const other = {
    id: existing?.id ?? workspace.newPropertyId(target.properties),
    name: existing?.name ?? stated.mirror,
    description: null,
    type: 'relation',
    sourceId: source.id,
    syncedPropertyId: base.id,
  } as const;
  target.properties.set(other.id, other);
  target.revision += 1;
  return other.id;
}

function rollupIds(
  workspace: Workspace,
  source: DataSource,
  stated: { relation: string; property: string },
): { relationPropertyId: string; rollupPropertyId: string } {
  const relation = findProperty(source.properties, stated.relation);
  if (relation?.type !== 'relation')
    throw new RangeError(`${stated.relation} is not a relation of ${source.name}`);
  const target = workspace.sources.get(relation.sourceId);
  const property = target && findProperty(target.properties, stated.property);
  if (property === undefined)
    throw new RangeError(`${stated.relation} leads to no column ${stated.property}`);
  return { relationPropertyId: relation.id, rollupPropertyId: property.id };
}
