import * as z from 'zod';
import type { Call } from './call.ts';
import type { GetPoliciesInput, PoliciesOutput, SavePoliciesInput } from './connector-policies.ts';
import type {
  DeleteScheduleInput,
  DeleteScheduleOutput,
  GetScheduleInput,
  SaveScheduleInput,
  ScheduleOutput,
} from './connector-schedule.ts';
import type { GetSamplesInput, GetSchemaInput, SamplesOutput, SchemaOutput } from './connector-schema.ts';
import type { GetUsageInput, UsageOutput } from './connector-usage.ts';
import { FieldMapping } from './field-mapping.ts';
import { PROVIDERS, Provider } from './providers.ts';
import type { ListSandboxInput, ListSandboxOutput } from './sandbox.ts';
import { lineOfText } from './text.ts';
import { DEFAULT_FIELD_MAPPING } from './vocabulary.ts';

/** What stands for a stored token in answers; sent back, it keeps the stored one. */
export const MASKED_TOKEN = '***';

const [exampleProvider] = PROVIDERS;
const exampleConfig = {
  id: 1,
  provider: exampleProvider,
  api_token: MASKED_TOKEN,
  base_id: 'appPasserelle0001',
  table_name: 'Deals',
  field_mapping: { client: 'Name', montant_brut: 'Amount' },
  is_active: true,
  updated_at: '2026-11-14T09:30:00.000Z',
} as const;

/** A configuration as it is answered: its token masked. */
export const ConnectorConfig = z
  .strictObject({
    id: z.int(),
    provider: Provider,
    api_token: z
      .literal(MASKED_TOKEN)
      .nullable()
      .meta({ description: '`***` quand un jeton est enregistré, `null` sinon.' }),
    base_id: z.string().nullable(),
    table_name: z.string().nullable(),
    field_mapping: z.record(z.string(), z.string()).nullable(),
    is_active: z.boolean(),
    updated_at: z.string().meta({ description: 'ISO 8601, UTC.' }),
  })
  .meta({ id: 'ConnectorConfig', examples: [exampleConfig] });
export type ConnectorConfig = z.infer<typeof ConnectorConfig>;

/** What a person should know of what is stored; absent when there is nothing to say. */
const warnings = z.array(z.string()).optional().meta({
  description: 'Seulement quand il y a à dire : ce qui ne pourra pas marcher, ou n’a pas pu être vérifié.',
});

export const ListConnectorsInput = z.strictObject({}).prefault({});
export type ListConnectorsInput = z.infer<typeof ListConnectorsInput>;

export const ListConnectorsOutput = z
  .strictObject({ success: z.literal(true), data: z.array(ConnectorConfig), warnings })
  .meta({ id: 'ConnectorList', examples: [{ success: true, data: [exampleConfig] }] });
export type ListConnectorsOutput = z.infer<typeof ListConnectorsOutput>;

/** Fields of a configuration that a person saves; one left out is kept as it is stored. */
const saved = {
  api_token: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .refine((token) => /^[\x21-\x7e]+$/.test(token), {
      error: 'contient un blanc ou un caractère qu’aucun jeton n’a. Copiez-le de nouveau, seul.',
    })
    .optional()
    .meta({
      description: 'Jeton du service. Absent, ou `***` : le jeton enregistré est gardé.',
      examples: ['sandbox'],
    }),
  base_id: lineOfText(2000).nullable().optional().meta({
    description: 'Base, base de données ou source de données : identifiant ou adresse (URL) copiée.',
  }),
  table_name: lineOfText(255).nullable().optional().meta({
    description: 'Nom ou identifiant de la table, pour les services qui en demandent une.',
  }),
  field_mapping: FieldMapping.nullable().optional(),
  is_active: z.boolean().optional().meta({ description: 'Faux : les synchronisations sont refusées (409).' }),
};

export const SaveConnectorInput = z
  .strictObject({ provider: Provider, ...saved })
  .refine((input) => Object.keys(saved).some((field) => Object.hasOwn(input, field)), {
    error: `Rien à enregistrer. Donnez au moins un champ parmi : ${Object.keys(saved).join(', ')}.`,
  })
  .meta({
    examples: [
      {
        provider: exampleProvider,
        api_token: 'sandbox',
        base_id: 'appPasserelle0001',
        table_name: 'Deals',
        field_mapping: { ...DEFAULT_FIELD_MAPPING },
      },
    ],
  });
export type SaveConnectorInput = z.infer<typeof SaveConnectorInput>;

export const SaveConnectorOutput = z
  .strictObject({ success: z.literal(true), data: ConnectorConfig, warnings })
  .meta({ id: 'ConnectorSaved', examples: [{ success: true, data: exampleConfig }] });
export type SaveConnectorOutput = z.infer<typeof SaveConnectorOutput>;

export const DeleteConnectorInput = z.strictObject({ provider: Provider });
export type DeleteConnectorInput = z.infer<typeof DeleteConnectorInput>;

export const DeleteConnectorOutput = z.strictObject({ success: z.literal(true), message: z.string() }).meta({
  id: 'ConnectorDeleted',
  examples: [{ success: true, message: `Configuration supprimée pour ${exampleProvider}.` }],
});
export type DeleteConnectorOutput = z.infer<typeof DeleteConnectorOutput>;

export const TestConnectorInput = z.strictObject({ provider: Provider });
export type TestConnectorInput = z.infer<typeof TestConnectorInput>;

/** One line of a connection test. */
export const ConnectionCheck = z
  .strictObject({
    name: z.enum(['network', 'token', 'access', 'table', 'mapping', 'write']),
    ok: z.boolean(),
    message: z.string().meta({ description: 'Ce qui a été vu ; en cas d’échec, le remède.' }),
  })
  .meta({ id: 'ConnectionCheck' });
export type ConnectionCheck = z.infer<typeof ConnectionCheck>;

const accessCheck = { name: 'access' as const, ok: true, message: 'La base répond.' };
const refusal = 'Le jeton est refusé. Créez-en un autre et enregistrez-le.';

/** The service was reached and everything that was checked is right. */
export const ConnectionAccepted = z
  .strictObject({
    success: z.literal(true),
    message: z.string(),
    table_name: z.string().nullable(),
    record_count: z.int().meta({ description: 'Enregistrements comptés, 10000 au plus.' }),
    checks: z.array(ConnectionCheck),
  })
  .meta({
    id: 'ConnectionAccepted',
    examples: [
      {
        success: true,
        message: 'Connexion réussie : table « Deals », 250 enregistrements.',
        table_name: 'Deals',
        record_count: 250,
        checks: [accessCheck],
      },
    ],
  });

/** The service refused, or something that was checked is wrong. */
export const ConnectionRefused = z
  .strictObject({
    success: z.literal(false),
    error: z.string(),
    message: z.string().meta({ description: 'La même phrase que `error`.' }),
    checks: z.array(ConnectionCheck),
  })
  .meta({
    id: 'ConnectionRefused',
    examples: [
      {
        success: false,
        error: refusal,
        message: refusal,
        checks: [{ name: 'token', ok: false, message: refusal }],
      },
    ],
  });

export const TestConnectorOutput = z
  .discriminatedUnion('success', [ConnectionAccepted, ConnectionRefused])
  .meta({ id: 'ConnectionTest' });
export type TestConnectorOutput = z.infer<typeof TestConnectorOutput>;

/** What the API must do for `/connectors`. Every method may throw a `ContractError`. */
export interface ConnectorsService {
  list(input: ListConnectorsInput, call: Call): Promise<ListConnectorsOutput>;
  sandbox(input: ListSandboxInput, call: Call): Promise<ListSandboxOutput>;
  save(input: SaveConnectorInput, call: Call): Promise<SaveConnectorOutput>;
  delete(input: DeleteConnectorInput, call: Call): Promise<DeleteConnectorOutput>;
  test(input: TestConnectorInput, call: Call): Promise<TestConnectorOutput>;
  schema(input: GetSchemaInput, call: Call): Promise<SchemaOutput>;
  samples(input: GetSamplesInput, call: Call): Promise<SamplesOutput>;
  usage(input: GetUsageInput, call: Call): Promise<UsageOutput>;
  policies(input: GetPoliciesInput, call: Call): Promise<PoliciesOutput>;
  savePolicies(input: SavePoliciesInput, call: Call): Promise<PoliciesOutput>;
  schedule(input: GetScheduleInput, call: Call): Promise<ScheduleOutput>;
  saveSchedule(input: SaveScheduleInput, call: Call): Promise<ScheduleOutput>;
  deleteSchedule(input: DeleteScheduleInput, call: Call): Promise<DeleteScheduleOutput>;
}
