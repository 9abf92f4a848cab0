import {
  type ConnectionCheck,
  findMappedColumn,
  type MappedColumn,
  type RemoteSchema,
} from '@passerelle/connector';
import * as sentences from '../client/sentences.ts';

/** Whether the table has every mapped column, and which of them an export leaves alone. */
export function checkMapping({ columns }: RemoteSchema, mapped: readonly MappedColumn[]): ConnectionCheck {
  const missing = mapped.filter((one) => findMappedColumn(columns, one) === undefined);
  if (missing.length > 0) {
    const names = columns.map(({ name }) => name);
    return {
      name: 'mapping',
      ok: false,
      message: sentences.columnsMissing(
        missing.map(({ text }) => text),
        names,
      ),
    };
  }
  const readOnly = mapped.flatMap((one) => {
    const column = findMappedColumn(columns, one);
    return column && !column.writable ? [`« ${column.name} » (${column.readOnlyReason})`] : [];
  });
  const note = readOnly.length === 0 ? '' : ` En lecture seule : ${readOnly.join(', ')}`;
  return { name: 'mapping', ok: true, message: `Toutes les colonnes reliées existent.${note}` };
}
