import { ConnectorError } from '@passerelle/connector';
import * as sentences from '../client/sentences.ts';
import { isSameId } from '../notion-id.ts';

/** A data source as its database lists it. */
export interface TableName {
  readonly id: string;
  readonly name: string;
}

/**
 * The table of a database: its only one, else the one that the settings name (by id, or by name, whose case and outer
 * blanks count only where they must).
 *
 * @throws ConnectorError `table_ambiguous`, listing the choices; `access_lost` when there is none.
 */
export function chooseTable(tables: readonly TableName[], wanted: string | null): TableName {
  const [only, ...others] = tables;
  if (only === undefined) throw new ConnectorError('access_lost', sentences.NO_TABLE);
  if (others.length === 0) return only;
  const text = wanted?.trim() ?? '';
  for (const isMeant of [
    ({ id, name }: TableName) => name === text || isSameId(id, text),
    ({ name }: TableName) => fold(name) === fold(text),
  ]) {
    const [chosen, ...same] = tables.filter(isMeant);
    if (chosen !== undefined && same.length === 0) return chosen;
    if (chosen !== undefined) break;
  }
  throw new ConnectorError('table_ambiguous', ambiguity(tables, text), { tables });
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase('fr');
}

function ambiguity(tables: readonly TableName[], wanted: string): string {
  const list = tables.map(({ id, name }) => `« ${name} » (${id})`).join(', ');
  const why =
    wanted === '' ? "et table_name n'en désigne aucune" : `et « ${wanted} » n'en désigne pas une seule`;
  return `La base Notion contient ${tables.length} tables, ${why}. Indiquez dans table_name le nom ou l'identifiant de l'une d'elles : ${list}.`;
}
