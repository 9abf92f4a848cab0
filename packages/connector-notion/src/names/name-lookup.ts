/** Names of what cells refer to by id, gathered before the cells are read. */
export interface NameLookup {
  person(id: string): string | undefined;
  page(id: string): string | undefined;
}
