import type { MappedColumn } from '@passerelle/connector';
import { DEFAULT_FIELD_MAPPING, type FieldMapping, type Provider } from '@passerelle/contracts';
import type { Database } from '@passerelle/database';
import { bindingsOfProvider } from '@passerelle/sync';

/** Columns of the default mapping that no import can do without; a run does without the others. */
const REQUIRED_COLUMNS = {
  client: DEFAULT_FIELD_MAPPING.client,
  montant_brut: DEFAULT_FIELD_MAPPING.montant_brut,
} satisfies FieldMapping;

/** The mapped columns, each with the ids that earlier runs found it under, so that a renamed one is known again. */
export async function mappedColumns(
  database: Database,
  { provider, mapping }: { provider: Provider; mapping: FieldMapping | null },
): Promise<MappedColumn[]> {
  const known = await bindingsOfProvider(database, provider);
  return Object.entries(mapping ?? REQUIRED_COLUMNS).map(([field, text]) => ({
    text,
    knownIds: known
      .filter((binding) => binding.field === field && binding.mappedTo === text)
      .map(({ columnId }) => columnId),
  }));
}
