import { ConnectorError, type RemoteColumn } from '@passerelle/connector';

/** Longest text a filter is sent with; what it finds is compared in full anyway. */
const LONGEST_FILTER = 2_000;

type Condition = (value: string) => Readonly<Record<string, unknown>>;

const equals: Condition = (value) =>
  value.length > LONGEST_FILTER ? { starts_with: wellFormedStart(value) } : { equals: value };
const exactly: Condition = (value) => ({ equals: value });
const contains: Condition = (value) => ({ contains: value });
const numberEquals: Condition = (value) => ({ equals: Number(/\d+$/.exec(value)?.[0] ?? Number.NaN) });

/** How a filter finds a text in a column of each type. */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  title: equals,
  rich_text: equals,
  url: equals,
  email: equals,
  phone_number: equals,
  select: exactly,
  status: exactly,
  multi_select: contains,
  unique_id: numberEquals,
  formula: (value) => ({ string: equals(value) }),
};

/**
 * The filter for rows whose column holds this text. Notion may find more (it is not said whether case counts), never
 * fewer. Throws `ConnectorError` `value_refused` for a type that cannot be searched by text.
 */
export function textFilter(column: RemoteColumn, value: string): Record<string, unknown> {
  const condition = CONDITIONS[column.type];
  if (condition) return { property: column.id, [column.type]: condition(value) };
  throw new ConnectorError(
    'value_refused',
    `La colonne « ${column.name} » (${column.type}) ne permet pas de retrouver une ligne par son texte. Choisissez une colonne de texte.`,
  );
}

function wellFormedStart(value: string): string {
  const start = value.slice(0, LONGEST_FILTER);
  return start.isWellFormed() ? start : start.slice(0, -1);
}
