import { DEAL_FIELDS, FieldMapping, type GetSamplesInput, type SamplesOutput } from '@passerelle/contracts';
import { policiesOf } from '@passerelle/database';
import { presentColumns, readSamples, type SampleRecord } from '@passerelle/sync';
import { type ConnectionParts, openForLook } from '../connections.ts';
import type { StoredMapping } from '../field-mapping.ts';
import { conflictsOf, lookAtTable, vendorFailed } from './connector-look.ts';

/** Enough to see what a mapping makes of a table. */
const SAMPLES = 3;

type Answer = SamplesOutput['data'];

/** Reads the first records of a table through the stored mapping, or the one to try. Throws `ContractError`. */
export async function sampleTable(
  parts: ConnectionParts,
  input: GetSamplesInput,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const { connector, stored } = await openForLook(parts, input);
  const mapping = mappingToTry(input, stored);
  try {
    const table = await lookAtTable(parts.database, connector, signal);
    const policies = await policiesOf(parts.database.em(), input.provider);
    const columns = presentColumns({ ...table, mapping, policies });
    const records = await readSamples(
      connector,
      { schema: table.schema, columns },
      { count: SAMPLES, signal },
    );
    return {
      table_name: table.schema.tableName,
      records: records.map(answerSample),
      conflicts: conflictsOf(table, mapping),
    };
  } catch (error) {
    throw vendorFailed(error);
  }
}

function mappingToTry(input: GetSamplesInput, stored: StoredMapping): FieldMapping | null {
  const given = DEAL_FIELDS.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]]));
  return given.length === 0 ? stored.mapping : FieldMapping.parse(Object.fromEntries(given));
}

function answerSample({ externalId, cells, values, reasons, unknownStatus }: SampleRecord) {
  return {
    external_id: externalId,
    cells: cells.map(({ bound: { field, column }, value }) => ({
      field,
      column_id: column.id,
      column_name: column.name,
      value: Array.isArray(value) ? [...value] : value,
    })),
    deal: { ...values },
    reasons: [...reasons],
    unknown_status: unknownStatus,
  } as Answer['records'][number];
}
