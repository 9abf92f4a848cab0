import { type ConnectionCheck, findColumn, type RemoteSchema } from '@passerelle/connector';
import * as sentences from '../client/sentences.ts';

/** Whether the table has every mapped column, and which of them an export leaves alone. */
export function checkMapping({ columns }: RemoteSchema, mapped: readonly string[]): ConnectionCheck {
  const missing = mapped.filter((text) => findColumn(columns, text) === undefined);
  if (missing.length > 0) {
    const names = columns.map(({ name }) => name);
    return { name: 'mapping', ok: false, message: sentences.columnsMissing(missing, names) };
  }
  const readOnly = mapped.flatMap((text) => {
    const column = findColumn(columns, text);
    return column && !column.writable ? [`« ${column.name} » (${column.readOnlyReason})`] : [];
  });
  const note = readOnly.length === 0 ? '' : ` En lecture seule : ${readOnly.join(', ')}`;
  return { name: 'mapping', ok: true, message: `Toutes les colonnes reliées existent.${note}` };
}
