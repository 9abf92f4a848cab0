/** How a configuration names a table or column: by its name, as a person reads it; by its id where another has the same. */
export function nameOrId<One extends { readonly id: string; readonly name: string }>(
  all: readonly One[],
  one: One,
): string {
  const name = one.name.trim();
  return all.filter((other) => other.name.trim() === name).length === 1 ? name : one.id;
}
