import { ConnectorError } from '@passerelle/connector';
import * as sentences from '../client/sentences.ts';
import { parseTableId } from '../parse-base-id.ts';
import type { Table } from './wire.ts';

/** What a person typed that may say which table is meant. */
export interface TableWish {
  /** A name, an id or a link. */
  readonly tableName: string | null;
  /** A link to the base may lead to the table. */
  readonly baseId: string;
}

/**
 * The table meant: by id, by exact name, by name but for case and outer blanks, or by the id in a link. Without any
 * of these, the only table of the base.
 *
 * @throws ConnectorError `access_lost` when there is none, `table_ambiguous` when the name is not enough.
 */
export function findTable(tables: readonly Table[], wish: TableWish): Table {
  const wanted = wish.tableName?.trim() || parseTableId(wish.baseId);
  const names = tables.map(({ name }) => name);
  if (!wanted) {
    const [only, ...others] = tables;
    if (only && others.length === 0) return only;
    throw new ConnectorError('access_lost', sentences.noTableName(names), { tables: choices(tables) });
  }
  const linkedId = parseTableId(wanted);
  for (const isMeant of [
    ({ id }: Table) => id === wanted,
    ({ name }: Table) => name === wanted,
    ({ name }: Table) => sameName(name, wanted),
    ({ id }: Table) => id === linkedId,
  ]) {
    const [found, ...others] = tables.filter(isMeant);
    if (found && others.length === 0) return found;
    if (found) {
      const ids = [found, ...others].map(({ id }) => id);
      throw new ConnectorError('table_ambiguous', sentences.tableAmbiguous(wanted, ids), {
        tables: choices(tables),
      });
    }
  }
  throw new ConnectorError('access_lost', sentences.tableMissing(wanted, names), { tables: choices(tables) });
}

function choices(tables: readonly Table[]) {
  return tables.map(({ id, name }) => ({ id, name }));
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
