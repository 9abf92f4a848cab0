import type { RemoteColumn } from './connector.ts';

/** The column a person means: by id, by exact name, else by name whatever its case and outer blanks. */
export function findColumn(columns: readonly RemoteColumn[], text: string): RemoteColumn | undefined {
  return (
    columns.find(({ id }) => id === text) ??
    columns.find(({ name }) => name === text) ??
    columns.find(({ name }) => fold(name) === fold(text))
  );
}

/** A column as a mapping names it, and the ids it stood for before: it may have been renamed since. */
export interface MappedColumn {
  readonly text: string;
  readonly knownIds: readonly string[];
}

/** The column a mapping means: the one it stood for before, else as `findColumn`. */
export function findMappedColumn(
  columns: readonly RemoteColumn[],
  { text, knownIds }: MappedColumn,
): RemoteColumn | undefined {
  return columns.find(({ id }) => knownIds.includes(id)) ?? findColumn(columns, text);
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase('fr');
}
