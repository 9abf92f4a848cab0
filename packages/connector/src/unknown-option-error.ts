import { ConnectorError } from './errors.ts';

/** More options than these are not listed in a sentence. */
const MOST_NAMED = 30;

/** The error for a choice that the column does not have and that may not be added: it names value and known options. */
export function unknownOptionError(about: {
  readonly column: string;
  readonly value: string;
  readonly options: readonly string[];
  /** French sentence: what can be done about it. */
  readonly remedy: string;
}): ConnectorError {
  const { column, value, options, remedy } = about;
  const named = options.slice(0, MOST_NAMED).map((option) => `« ${option} »`);
  const known = `${named.join(', ') || 'aucune'}${options.length > named.length ? '…' : ''}`;
  return new ConnectorError(
    'value_refused',
    `Colonne « ${column} » : « ${value} » n'est pas une option de la colonne (options : ${known}). ${remedy}`,
  );
}
