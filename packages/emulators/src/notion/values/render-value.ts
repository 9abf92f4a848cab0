import { optionsOf, type SourceProperty } from '../schema/property.ts';
import { dateOf, filesOf, formulaOf, idsOf, numberOf, rawOf, stringOf } from './cell.ts';
import { minuteText } from './date-value.ts';
import { type RenderContext, visibleLinks } from './render-context.ts';
import { renderUser } from './render-user.ts';
import { richTextOf } from './rich-text.ts';
import { computeRollup } from './rollup.ts';

/** References a page answer shows at most: the rest is left out, links with a word about it, people without. */
const SHOWN_REFERENCES = 25;

/** Lifetime of the address of a hosted file. */
const FILE_LIFETIME_MS = 3_600_000;

/** The value of a column as the API sends it inside a page. */
export function renderValue(context: RenderContext, property: SourceProperty): Record<string, unknown> {
  const links = property.type === 'relation' ? visibleLinks(context, property) : [];
  const value =
    property.type === 'relation'
      ? links.slice(0, SHOWN_REFERENCES).map((id) => ({ id }))
      : property.type === 'people'
        ? renderPeople(context, property).slice(0, SHOWN_REFERENCES)
        : renderWhole(context, property);
  return {
    id: property.id,
    type: property.type,
    [property.type]: value,
    ...(property.type === 'relation' ? { has_more: links.length > SHOWN_REFERENCES } : {}),
  };
}

/** The value of a column that is neither cut nor paged. */
export function renderWhole(context: RenderContext, property: SourceProperty): unknown {
  const { page, version } = context;
  const cell = version.cells[property.id];
  switch (property.type) {
    case 'title':
    case 'rich_text':
      return richTextOf(cell);
    case 'number':
      return numberOf(cell);
    case 'url':
    case 'email':
    case 'phone_number':
      return stringOf(cell);
    case 'checkbox':
      return cell === true;
    case 'select':
    case 'status':
      return renderOption(property, stringOf(cell));
    case 'multi_select':
      return idsOf(cell).flatMap((id) => renderOption(property, id) ?? []);
    case 'date':
      return dateOf(cell);
    case 'files':
      return renderFiles(context, property);
    case 'formula':
      return formulaOf(cell);
    case 'rollup':
      return computeRollup(context, property, { limit: SHOWN_REFERENCES, render: renderWhole });
    case 'unique_id':
      return { prefix: property.prefix, number: numberOf(cell) };
    case 'created_time':
      return minuteText(page.createdMs);
    case 'last_edited_time':
      return minuteText(version.editedMs);
    case 'created_by':
      return renderUser(context, page.createdBy);
    case 'last_edited_by':
      return renderUser(context, version.editedBy);
    case 'place':
    case 'verification':
      return rawOf(cell);
    default:
      return {};
  }
}

/** Everybody in a people column. */
export function renderPeople(context: RenderContext, property: SourceProperty): unknown[] {
  return idsOf(context.version.cells[property.id]).map((id) => renderUser(context, id));
}

function renderOption(property: SourceProperty, id: string | null) {
  const option = optionsOf(property).find((candidate) => candidate.id === id);
  return option === undefined ? null : { id: option.id, name: option.name, color: option.color };
}

function renderFiles({ workspace, version }: RenderContext, property: SourceProperty): unknown[] {
  const expiry = new Date(workspace.now() + FILE_LIFETIME_MS).toISOString();
  return filesOf(version.cells[property.id]).map(({ name, url, isHosted }) =>
    isHosted
      ? { name, type: 'file', file: { url, expiry_time: expiry } }
      : { name, type: 'external', external: { url } },
  );
}
