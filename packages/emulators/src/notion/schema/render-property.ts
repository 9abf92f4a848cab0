import type { DataSource } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import type { VersionTraits } from '../versions.ts';
import type { SourceProperty } from './property.ts';

/** The columns of a data source as the API sends them, keyed by name. */
export function renderProperties(
  workspace: Workspace,
  source: DataSource,
  traits: VersionTraits,
): Record<string, unknown> {
  const rendered: Record<string, unknown> = {};
  for (const property of source.properties.values()) {
    const { id, name, description, type } = property;
    rendered[name] = {
      id,
      name,
      description,
      type,
      [type]: renderConfig(workspace, { property, source, traits }),
    };
  }
  return rendered;
}

function renderConfig(
  workspace: Workspace,
  { property, source, traits }: { property: SourceProperty; source: DataSource; traits: VersionTraits },
): Record<string, unknown> {
  switch (property.type) {
    case 'number':
      return { format: property.format };
    case 'select':
    case 'multi_select':
      return { options: property.options };
    case 'status':
      return {
        options: property.options,
        groups: property.groups.map(({ id, name, color, optionIds }) => ({
          id,
          name,
          color,
          option_ids: optionIds,
        })),
      };
    case 'formula':
      return { expression: property.expression };
    case 'unique_id':
      return { prefix: property.prefix };
    case 'relation':
      return renderRelation(workspace, property, traits);
    case 'rollup':
      return renderRollup(workspace, property, source);
    default:
      return {};
  }
}

function renderRelation(
  workspace: Workspace,
  property: SourceProperty & { type: 'relation' },
  traits: VersionTraits,
): Record<string, unknown> {
  const target = workspace.sources.get(property.sourceId);
  const synced = property.syncedPropertyId;
  return {
    database_id: target?.databaseId ?? property.sourceId,
    ...(traits.hasDataSources ? { data_source_id: property.sourceId } : {}),
    ...(synced === null
      ? { type: 'single_property', single_property: {} }
      : {
          type: 'dual_property',
          dual_property: {
            synced_property_id: synced,
            synced_property_name: target?.properties.get(synced)?.name ?? '',
          },
        }),
  };
}

function renderRollup(
  workspace: Workspace,
  property: SourceProperty & { type: 'rollup' },
  source: DataSource,
): Record<string, unknown> {
  const relation = source.properties.get(property.relationPropertyId);
  const target = relation?.type === 'relation' ? workspace.sources.get(relation.sourceId) : undefined;
  return {
    function: property.function,
    relation_property_id: property.relationPropertyId,
    relation_property_name: relation?.name ?? '',
    rollup_property_id: property.rollupPropertyId,
    rollup_property_name: target?.properties.get(property.rollupPropertyId)?.name ?? '',
  };
}
