import { type ConnectionCheck, ConnectorError, type RemoteSchema } from '@passerelle/connector';

/** Whether the database is shared with the integration, and which of its tables is meant. */
export async function checkTableAccess(
  schema: () => Promise<RemoteSchema>,
): Promise<{ checks: ConnectionCheck[]; schema: RemoteSchema | null }> {
  try {
    const found = await schema();
    const table = `Table « ${found.tableName} » trouvée, ${found.columns.length} colonnes.`;
    return { checks: [shared(), { name: 'table', ok: true, message: table }], schema: found };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { code, message } = error;
    const checks: ConnectionCheck[] =
      code === 'table_ambiguous'
        ? [shared(), { name: 'table', ok: false, message }]
        : [{ name: 'access', ok: false, message }];
    return { checks, schema: null };
  }
}

function shared(): ConnectionCheck {
  return { name: 'access', ok: true, message: "La base Notion est partagée avec l'intégration." };
}
