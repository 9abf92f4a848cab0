import type { Call } from '../endpoint.ts';
import { NotionApiError, notFound } from '../notion-api-error.ts';
import type { Database, DataSource } from '../state/records.ts';

/** The one data source of a database, for callers that know nothing of data sources; 400 where there are several. */
export function onlySource(call: Call, database: Database): DataSource {
  const sources = call.access.visibleSources(database);
  const [only] = sources;
  if (sources.length > 1)
    throw new NotionApiError(400, 'validation_error', {
      message: 'Databases with multiple data sources are not supported in this API version.',
      additionalData: {
        error_type: 'multiple_data_sources_for_database',
        database_id: database.id,
        child_data_source_ids: sources.map((source) => source.id),
        minimum_api_version: '2025-09-03',
      },
    });
  if (only === undefined) throw notFound('database', database.id, call.access.integration.name);
  return only;
}
