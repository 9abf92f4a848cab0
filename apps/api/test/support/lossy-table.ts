import type { Provider } from '@passerelle/contracts';
import type { World } from './world.ts';

/** The provider's emulated table as a person has it open. */
export interface LossyTable {
  /** Clients of the rows that are in the table, in their order. */
  clients(): string[];
  remove(client: string): void;
  edit(client: string, notes: string): void;
}

/** The table of a world's provider, by client. */
export function tableOf({ airtable, notion }: World, provider: Provider): LossyTable {
  return provider === 'airtable' ? airtableRows(airtable) : notionRows(notion);
}

function airtableRows(airtable: World['airtable']): LossyTable {
  const table = airtable.state.table('Deals');
  const idOf = (client: string) => table.records().find(({ fields }) => fields.Name === client)?.id ?? '';
  return {
    clients: () => table.records().map(({ fields }) => String(fields.Name)),
    remove: (client) => table.deleteRecord(idOf(client)),
    edit: (client, notes) => table.patchRecord(idOf(client), { Notes: notes }),
  };
}

function notionRows(notion: World['notion']): LossyTable {
  const source = notion.state.dataSource('Deals');
  const idOf = (client: string) => source.rows.find((row) => row.values.Name === client)?.id ?? '';
  return {
    clients: () => source.rows.flatMap((row) => (row.inTrash ? [] : [String(row.values.Name)])),
    remove: (client) => source.trashRow(idOf(client)),
    edit: (client, notes) => source.patchRow(idOf(client), { Notes: notes }),
  };
}
