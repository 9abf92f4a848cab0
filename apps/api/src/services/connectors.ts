import { UniqueConstraintViolationException } from '@mikro-orm/core';
import {
  type ConnectorConfig as ConfigAnswer,
  type ConnectorsService,
  ContractError,
  MASKED_TOKEN,
  notConfiguredMessage,
  type Provider,
  type SaveConnectorInput,
} from '@passerelle/contracts';
import { ConnectorConfig, ConnectorPolicy, forgetMirrors, removeSchedule } from '@passerelle/database';
import { SANDBOX_TOKEN } from '@passerelle/emulators';
import type { CallCounter } from '../call-counter.ts';
import { type ConnectionParts, openForTest } from '../connections.ts';
import { readFieldMapping } from '../field-mapping.ts';
import { SANDBOX_TABLES } from '../sandbox.ts';
import { answerTest } from './answer-test.ts';
import { readPolicies, storePolicies } from './connector-policies.ts';
import { sampleTable } from './connector-samples.ts';
import { dropSchedule, readSchedule, storeSchedule } from './connector-schedule.ts';
import { readSchema } from './connector-schema.ts';
import { usageOf } from './connector-usage.ts';
import { warningsOfSave } from './connector-warnings.ts';
import { mappedColumns } from './mapped-columns.ts';

/** What the connectors service works with. */
export interface ConnectorsParts extends ConnectionParts {
  readonly now: () => Date;
  readonly calls: CallCounter;
  /** Whether the example tables are there. */
  readonly hasSandbox: boolean;
}

const SANDBOX = SANDBOX_TABLES.map(({ provider, baseId, tableName }) => ({
  provider,
  api_token: SANDBOX_TOKEN,
  base_id: baseId,
  table_name: tableName,
}));

/** Configurations of connectors, and their test. */
export function connectorsService(parts: ConnectorsParts): ConnectorsService {
  const { database } = parts;
  return {
    list: async () => {
      const configs = await database.em().find(ConnectorConfig, {}, { orderBy: { provider: 'asc' } });
      const warnings = configs.flatMap(unusableMapping);
      return { success: true, data: configs.map(answerOf), ...(warnings.length === 0 ? {} : { warnings }) };
    },
    sandbox: async () => ({ success: true, data: parts.hasSandbox ? SANDBOX : [] }),
    save: async (input) => {
      const data = answerOf(await save(parts, input));
      const warnings = await warningsOfSave(parts, input);
      return { success: true, data, ...(warnings.length === 0 ? {} : { warnings }) };
    },
    delete: async ({ provider }) => {
      const removed = await database.em().transactional(async (em) => {
        // A rule such as « archive », or a schedule, must not wait, unseen, for the next base.
        await em.nativeDelete(ConnectorPolicy, { provider });
        await removeSchedule(em, provider);
        await forgetMirrors(em, { provider });
        return em.nativeDelete(ConnectorConfig, { provider });
      });
      if (removed === 0) throw new ContractError('not_found', notConfiguredMessage(provider));
      return { success: true, message: `Configuration supprimée pour ${provider}.` };
    },
    test: async ({ provider }, { signal }) => {
      const { connector, stored } = await openForTest(parts, provider);
      const columns = await mappedColumns(parts.database, { provider, mapping: stored.mapping });
      return answerTest(await connector.test({ columns, signal }), stored.problem);
    },
    schema: async (input, { signal }) => ({ success: true, data: await readSchema(parts, input, signal) }),
    samples: async (input, { signal }) => ({ success: true, data: await sampleTable(parts, input, signal) }),
    usage: async ({ provider }) => ({ success: true, data: await usageOf(parts, provider, parts.now()) }),
    policies: async ({ provider }) => ({ success: true, data: await readPolicies(database, provider) }),
    savePolicies: async (input) => ({
      success: true,
      data: await storePolicies(database, input, parts.now()),
    }),
    schedule: async ({ provider }) => ({ success: true, data: await readSchedule(database, provider) }),
    saveSchedule: async (input) => ({
      success: true,
      data: await storeSchedule(database, input, parts.now()),
    }),
    deleteSchedule: async ({ provider }) => {
      await dropSchedule(database, provider);
      return { success: true, message: `Planning supprimé pour ${provider}.` };
    },
  };
}

/** Two first saves at once both find nothing stored: the second then finds what the first one stored. */
async function save(parts: ConnectorsParts, input: SaveConnectorInput): Promise<ConnectorConfig> {
  try {
    return await store(parts, input);
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return store(parts, input);
    throw error;
  }
}

async function store(parts: ConnectorsParts, input: SaveConnectorInput): Promise<ConnectorConfig> {
  const { provider } = input;
  const changes = { ...columnsOf(parts, input), updated_at: parts.now().toISOString() };
  return parts.database.em().transactional(async (em) => {
    const stored = await em.findOne(ConnectorConfig, { provider });
    if (stored !== null) return em.assign(stored, changes);
    const fresh = em.create(ConnectorConfig, {
      api_token: null,
      base_id: null,
      table_name: null,
      field_mapping: null,
      ...changes,
      provider,
    });
    em.persist(fresh);
    return fresh;
  });
}

/** The columns an input changes; a field left out is not among them. */
function columnsOf({ cipher, mask }: ConnectorsParts, input: SaveConnectorInput) {
  const { provider, api_token, base_id, table_name, field_mapping, is_active } = input;
  const keepsToken = api_token === undefined || api_token === MASKED_TOKEN;
  if (!keepsToken) mask.add(api_token);
  return {
    ...(keepsToken ? {} : { api_token: cipher.encrypt(api_token, provider) }),
    ...(base_id === undefined ? {} : { base_id }),
    ...(table_name === undefined ? {} : { table_name }),
    ...(field_mapping === undefined
      ? {}
      : { field_mapping: field_mapping === null ? null : JSON.stringify(field_mapping) }),
    ...(is_active === undefined ? {} : { is_active }),
  };
}

function unusableMapping({ provider, field_mapping = null }: ConnectorConfig): string[] {
  const { problem } = readFieldMapping(field_mapping);
  return problem === null ? [] : [`${provider} : ${problem}`];
}

function answerOf(config: ConnectorConfig): ConfigAnswer {
  const {
    id,
    api_token,
    base_id = null,
    table_name = null,
    field_mapping = null,
    is_active,
    updated_at,
  } = config;
  return {
    id,
    provider: config.provider as Provider,
    api_token: api_token ? MASKED_TOKEN : null,
    base_id,
    table_name,
    field_mapping: readFieldMapping(field_mapping).mapping,
    is_active,
    updated_at,
  };
}
