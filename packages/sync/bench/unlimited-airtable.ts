import { startAirtableEmulator } from '@passerelle/emulators';

/** Serves a table of as many deals as asked, without limits, from a process of its own: its work is not ours. */
const count = Number(process.argv[2]);
const emulator = await startAirtableEmulator({
  limits: 'off',
  tokens: { bench: { bases: ['appBench000000001'] } },
  bases: [
    {
      id: 'appBench000000001',
      tables: [
        {
          name: 'Deals',
          fields: [
            { name: 'Name', type: 'singleLineText' },
            { name: 'Status', type: 'singleSelect', options: { choices: [{ name: 'prospect' }] } },
            { name: 'Amount', type: 'currency', options: { precision: 2, symbol: '€' } },
            { name: 'Sector', type: 'singleLineText' },
            {
              name: 'Due Date',
              type: 'date',
              options: { dateFormat: { name: 'iso', format: 'YYYY-MM-DD' } },
            },
            { name: 'Assignee', type: 'singleLineText' },
            { name: 'Notes', type: 'multilineText' },
          ],
          records: Array.from({ length: count }, (_, index) => ({
            Name: `Client ${index}`,
            Status: 'prospect',
            Amount: 1000 + (index % 5000) + 0.5,
            Sector: 'Industrie',
            'Due Date': '2026-12-24',
            Assignee: 'Claire Dubois',
            Notes: 'Rencontrée au salon, à rappeler avant la fin du mois.',
          })),
        },
      ],
    },
  ],
});
process.send?.(emulator.url);
