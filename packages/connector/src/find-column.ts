import type { RemoteColumn } from './connector.ts';

/** The column a person means: by id, by exact name, else by name whatever its case and outer blanks. */
export function findColumn(columns: readonly RemoteColumn[], text: string): RemoteColumn | undefined {
  return (
    columns.find(({ id }) => id === text) ??
    columns.find(({ name }) => name === text) ??
    columns.find(({ name }) => fold(name) === fold(text))
  );
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase('fr');
}
