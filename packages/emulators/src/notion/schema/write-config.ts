import {
  complaint,
  expectArray,
  expectObject,
  expectString,
  expectUuid,
  expectWord,
  failedUnion,
  type JsonObject,
} from '../body-checks.ts';
import { invalid } from '../notion-api-error.ts';
import type { Access } from '../state/access.ts';
import type { DataSource } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import { readChoice, refuseComma } from '../write/option-values.ts';
import { makeOption, statusFromSeeds } from './options.ts';
import {
  findProperty,
  optionsOf,
  PLAIN_TYPES,
  type PropertyConfig,
  ROLLUP_FUNCTIONS,
  type SelectOption,
  type SourceProperty,
} from './property.ts';

/** Options one write may state. */
const OPTIONS_PER_WRITE = 100;

const TYPES = [
  ...PLAIN_TYPES,
  'number',
  'select',
  'multi_select',
  'status',
  'formula',
  'relation',
  'rollup',
  'unique_id',
] as const;

/** What a column's configuration is read against. */
export interface ConfigContext {
  readonly workspace: Workspace;
  readonly access: Access;
  readonly source: DataSource;
}

/** The configuration a schema write states for a column. `existing`: the column as it is, when there is one. */
export function readConfig(
  context: ConfigContext,
  { stated, path, existing }: { stated: JsonObject; path: string; existing: SourceProperty | undefined },
): { config: PropertyConfig; mirrorName: string | null } {
  const type = TYPES.find((candidate) => stated[candidate] !== undefined);
  if (type === undefined)
    throw failedUnion(
      'body',
      TYPES.map((candidate) => complaint(`${path}.${candidate}`, 'defined', undefined)),
    );
  const at = `${path}.${type}`;
  const settings = expectObject(stated[type], at);
  if (type === 'relation') return readRelation(context, settings, at);
  return { config: readPlainConfig(context, { type, settings, path: at, existing }), mirrorName: null };
}

function readPlainConfig(
  context: ConfigContext,
  {
    type,
    settings,
    path,
    existing,
  }: {
    type: Exclude<(typeof TYPES)[number], 'relation'>;
    settings: JsonObject;
    path: string;
    existing: SourceProperty | undefined;
  },
): PropertyConfig {
  switch (type) {
    case 'number':
      return {
        type,
        format: settings.format === undefined ? 'number' : expectString(settings.format, `${path}.format`),
      };
    case 'select':
    case 'multi_select':
      return { type, options: readOptions(context, { settings, path, existing }) };
    case 'status':
      return readStatus(context, { settings, path, existing });
    case 'formula':
      return { type, expression: expectString(settings.expression, `${path}.expression`) };
    case 'unique_id':
      return {
        type,
        prefix: typeof settings.prefix === 'string' ? settings.prefix : null,
      };
    case 'rollup':
      return readRollup(context, settings, path);
    default:
      return { type };
  }
}

/** The list replaces the old one; options sent again keep their id, and a new name or colour for them does nothing or is refused. */
function readOptions(
  { workspace }: ConfigContext,
  { settings, path, existing }: { settings: JsonObject; path: string; existing: SourceProperty | undefined },
): SelectOption[] {
  const before = existing === undefined ? [] : optionsOf(existing);
  if (settings.options === undefined) return before;
  const options: SelectOption[] = [];
  expectArray(settings.options, `${path}.options`, OPTIONS_PER_WRITE).forEach((sent, index) => {
    const choice = readChoice(sent, `${path}.options[${index}]`);
    const known = before.find((option) => option.id === choice.id || option.name === choice.name);
    if (known !== undefined) {
      if (choice.color !== undefined && choice.color !== known.color)
        throw invalid(`Cannot update color of select with name: ${known.name}.`);
      options.push(known);
      return;
    }
    const name = choice.name ?? '';
    refuseComma(name);
    options.push(makeOption(name, { id: workspace.newOptionId(), existing: options, color: choice.color }));
  });
  return options;
}

/** New options land in the To-do group; groups that are sent are ignored. */
function readStatus(
  context: ConfigContext,
  stated: { settings: JsonObject; path: string; existing: SourceProperty | undefined },
): PropertyConfig {
  const { existing } = stated;
  const fresh = statusFromSeeds([], () => context.workspace.newOptionId());
  if (existing?.type !== 'status' && stated.settings.options === undefined) return fresh;
  const options = readOptions(context, stated);
  const kept = new Set(options.map((option) => option.id));
  const groups = (existing?.type === 'status' ? existing.groups : fresh.groups).map((group) => ({
    ...group,
    optionIds: group.optionIds.filter((id) => kept.has(id)),
  }));
  const placed = new Set(groups.flatMap((group) => group.optionIds));
  groups[0]?.optionIds.push(...options.map((option) => option.id).filter((id) => !placed.has(id)));
  return { type: 'status', options, groups };
}

function readRelation(
  { workspace, access, source }: ConfigContext,
  settings: JsonObject,
  path: string,
): { config: PropertyConfig; mirrorName: string | null } {
  const target =
    settings.data_source_id === undefined
      ? workspace.sourcesOf(access.database(expectUuid(settings.database_id, `${path}.database_id`)))[0]
      : access.source(expectUuid(settings.data_source_id, `${path}.data_source_id`));
  if (target === undefined) throw invalid(`${path} leads to no data source.`);
  const dual = settings.dual_property;
  const stated = dual === undefined ? null : expectObject(dual, `${path}.dual_property`);
  const mirrorName =
    stated === null
      ? null
      : typeof stated.synced_property_name === 'string'
        ? stated.synced_property_name
        : `Related to ${source.name}`;
  return { config: { type: 'relation', sourceId: target.id, syncedPropertyId: null }, mirrorName };
}

function readRollup(
  { workspace, source }: ConfigContext,
  settings: JsonObject,
  path: string,
): PropertyConfig {
  const find = (properties: ReadonlyMap<string, SourceProperty>, side: string) => {
    const key =
      settings[`${side}_property_id`] === undefined ? `${side}_property_name` : `${side}_property_id`;
    const name = expectString(settings[key], `${path}.${key}`);
    const property = findProperty(properties, name);
    if (property === undefined) throw invalid(`Could not find property with name or id: ${name}`);
    return property;
  };
  const relation = find(source.properties, 'relation');
  if (relation.type !== 'relation') throw invalid(`${relation.name} is expected to be relation.`);
  const target = workspace.sources.get(relation.sourceId);
  return {
    type: 'rollup',
    function: expectWord(settings.function, `${path}.function`, ROLLUP_FUNCTIONS),
    relationPropertyId: relation.id,
    rollupPropertyId: find(target?.properties ?? new Map(), 'rollup').id,
  };
}
