/** What the ORM's driver sends its statements through. */
interface Connection {
  executeQuery(query: { readonly sql: string }): unknown;
}

/**
 * Makes every transaction of a connection take the right to write as it begins. One that reads first and writes later
 * would be refused, whatever its patience, when another process wrote in between.
 */
export async function beginImmediately(connection: unknown): Promise<void> {
  if (!isConnection(connection)) throw new TypeError('the driver gave no connection of the kind we know');
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = (query) =>
    execute(query.sql === 'begin' ? { ...query, sql: 'begin immediate' } : query);
}

function isConnection(connection: unknown): connection is Connection {
  return typeof connection === 'object' && connection !== null && 'executeQuery' in connection;
}
