/** What deals without assignee are shown under. */
export const UNASSIGNED = 'Non assigné';

/** The name of an assignee's group. */
export function assigneeName(assignee: string | null): string {
  return assignee === null || assignee.trim() === '' ? UNASSIGNED : assignee;
}

/** The name of a sector's group; `null` of deals without sector, which are left out. */
export function secteurName(secteur: string | null): string | null {
  return secteur === null || secteur.trim() === '' ? null : secteur;
}

/** Rows by the name of their group, those without name left out. */
export function groupsOf<Row>(rows: readonly Row[], nameOf: (row: Row) => string | null): [string, Row[]][] {
  const groups = Map.groupBy(rows, nameOf);
  return [...groups].flatMap(([name, members]) => (name === null ? [] : [[name, members]]));
}
