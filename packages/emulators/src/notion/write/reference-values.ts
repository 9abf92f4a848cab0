import { expectArray, expectObject, expectUuid } from '../body-checks.ts';
import { invalid, notFound } from '../notion-api-error.ts';
import type { ValueReader } from './write-context.ts';

/** `people`: the list replaces what was there. */
export const readPeople: ValueReader = (value, path) => {
  const ids = readIds(value, path);
  return ({ workspace, access }) => {
    const bots = new Set([...workspace.integrations.values()].map((integration) => integration.botId));
    for (const id of ids)
      if (!workspace.people.has(id) && !bots.has(id)) throw notFound('user', id, access.integration.name);
    return ids.length === 0 ? undefined : ids;
  };
};

/** `relation`: the list replaces what was there, links beyond the first 25 included. */
export const readRelation: ValueReader = (value, path) => {
  const ids = readIds(value, path);
  return ({ access, property }) => {
    for (const id of ids) {
      const { parent } = access.page(id);
      const isRow = parent.type === 'data_source' && property.type === 'relation';
      if (!isRow || parent.sourceId !== property.sourceId)
        throw invalid(`Page ${id} is not in the data source that ${property.name} is related to.`);
    }
    return ids.length === 0 ? undefined : ids;
  };
};

function readIds(value: unknown, path: string): string[] {
  const items = expectArray(value, path);
  const ids = items.map((item, index) => {
    const at = `${path}[${index}]`;
    return expectUuid(expectObject(item, at).id, `${at}.id`);
  });
  return [...new Set(ids)];
}
