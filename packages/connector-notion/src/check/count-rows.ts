import { COUNT_CAP, type Connector, type RemoteSchema } from '@passerelle/connector';

/** Rows of the table, titles only, up to the cap. Rows that two windows both list count once. */
export async function countRows(
  connector: Pick<Connector, 'readPage'>,
  schema: RemoteSchema,
  signal: AbortSignal | undefined,
): Promise<{ recordCount: number; countCapped: boolean }> {
  const ids = new Set<string>();
  let cursor: string | null = null;
  do {
    const page = await connector.readPage({ schema, columnIds: [], cursor, signal });
    for (const { externalId } of page.records) ids.add(externalId);
    cursor = page.cursor;
  } while (cursor !== null && ids.size < COUNT_CAP);
  const countCapped = ids.size > COUNT_CAP || cursor !== null;
  return { recordCount: Math.min(ids.size, COUNT_CAP), countCapped };
}
