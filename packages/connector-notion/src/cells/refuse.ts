import { ConnectorError, type RemoteColumn } from '@passerelle/connector';

const LONGEST_QUOTE = 60;

/** The error for a value that must not be sent: it names column, value and remedy. */
export function refuse(column: RemoteColumn, value: unknown, why: string): ConnectorError {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const quoted = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return new ConnectorError('value_refused', `Colonne « ${column.name} » : « ${quoted} » ${why}`);
}
