import { aggregateRows } from '../queries/select-rows.ts';
import type { Work } from '../queries/work.ts';
import { statement, verbatim } from '../statement.ts';

/** What the filters of a list can choose from. */
export interface FilterOptions {
  readonly statuts: readonly string[];
  readonly secteurs: readonly string[];
  readonly assignees: readonly string[];
}

/** The distinct values that deals hold, each list in the order of a French dictionary. */
export async function filterOptions(work: Work): Promise<FilterOptions> {
  return {
    statuts: await distinct(work, 'statut'),
    secteurs: await distinct(work, 'secteur'),
    assignees: await distinct(work, 'assignee'),
  };
}

async function distinct(work: Work, column: 'statut' | 'secteur' | 'assignee'): Promise<string[]> {
  const name = verbatim(`d.${column}`);
  const rows = await aggregateRows<{ value: string }>(
    work,
    statement`select distinct ${name} as value from deals d where ${name} <> ''`,
  );
  return rows.map(({ value }) => value).sort(new Intl.Collator('fr').compare);
}
