import type { Provider } from '@passerelle/contracts';
import type { World } from './world.ts';

/** The remote table in the hands of a person. */
export function tableOf(world: World, provider: Provider) {
  if (provider === 'airtable') {
    const table = world.airtable.state.table('Deals');
    return {
      deleteColumn: (name: string) => table.deleteField(name),
      renameColumn: (name: string, to: string) => table.renameField(name, to),
      toCheckbox: (name: string) => table.retypeField(name, 'checkbox'),
      addText: (name: string) => void table.addField({ name, type: 'multilineText' }),
      values: (name: string) => table.records().map(({ fields }) => fields[name] ?? null),
      rename: (client: string, name: string) => {
        const row = table.records().find(({ fields }) => fields.Name === client);
        table.patchRecord(row?.id ?? '', { Name: name });
      },
    };
  }
  const source = world.notion.state.dataSource('Deals');
  return {
    deleteColumn: (name: string) => source.removeProperty(name),
    renameColumn: (name: string, to: string) => source.renameProperty(name, to),
    toCheckbox: (name: string) => source.retypeProperty(name, 'checkbox'),
    addText: (name: string) => source.addProperty(name, 'rich_text'),
    values: (name: string) => source.rows.map(({ values }) => values[name] ?? null),
    rename: (client: string, name: string) => {
      const row = source.rows.find(({ values }) => values.Name === client);
      source.patchRow(row?.id ?? '', { Name: name });
    },
  };
}
