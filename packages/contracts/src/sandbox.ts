import * as z from 'zod';
import { PROVIDERS, Provider } from './providers.ts';

const [exampleProvider] = PROVIDERS;

export const ListSandboxInput = z.strictObject({}).prefault({});
export type ListSandboxInput = z.infer<typeof ListSandboxInput>;

/** What to save to reach an example table: none of it is a secret. */
export const SandboxTable = z
  .strictObject({
    provider: Provider,
    api_token: z.string(),
    base_id: z.string(),
    table_name: z.string().nullable(),
  })
  .meta({ id: 'SandboxTable' });

export const ListSandboxOutput = z
  .strictObject({
    success: z.literal(true),
    data: z.array(SandboxTable).meta({ description: 'Une table par service ; aucune quand il est éteint.' }),
  })
  .meta({
    id: 'SandboxTables',
    examples: [
      {
        success: true,
        data: [
          {
            provider: exampleProvider,
            api_token: 'sandbox',
            base_id: 'appPasserelle0001',
            table_name: 'Deals',
          },
        ],
      },
    ],
  });
export type ListSandboxOutput = z.infer<typeof ListSandboxOutput>;
