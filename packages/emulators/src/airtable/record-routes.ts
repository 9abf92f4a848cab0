import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Gate, parameter } from './gate.ts';
import { type ListParameters, listParametersOfBody, listParametersOfQuery } from './list-parameters.ts';
import type { Listings } from './listing.ts';
import { recordPresenter } from './present-record.ts';
import { parseQueryString } from './query-string.ts';
import {
  createRecords,
  deleteRecord,
  deleteRecords,
  rowAt,
  type TableRequest,
  updateRecord,
  updateRecords,
} from './record-writes.ts';
import { bodyObject } from './write-body.ts';

/** Listing, reading, creating, changing and deleting records. */
export function registerRecordRoutes(
  app: FastifyInstance,
  { gate, listings }: { gate: Gate; listings: Listings },
): void {
  const reading = (request: FastifyRequest) => gate.table(request, 'data.records:read');
  const writing = (request: FastifyRequest) => gate.table(request, 'data.records:write');
  const recordId = (request: FastifyRequest) => parameter(request, 'recordId') ?? '';
  const list = (where: TableRequest, parameters: ListParameters) => {
    const present = recordPresenter(where, {
      ...parameters,
      commentCount: parameters.recordMetadata !== undefined,
    });
    const { rows, ...rest } = listings.page(where, parameters);
    return { records: rows.map(present), ...rest };
  };

  app.get('/:baseId/:table', async (request) =>
    list(reading(request), listParametersOfQuery(parseQueryString(request.url))),
  );
  app.post('/:baseId/:table/listRecords', async (request) => {
    const body = request.body === undefined ? {} : bodyObject(request.body);
    return list(reading(request), listParametersOfBody(body, parseQueryString(request.url)));
  });
  app.get('/:baseId/:table/:recordId', async (request) => {
    const where = placeOf(reading(request), recordId(request));
    const row = rowAt(where, recordId(request));
    const query = listParametersOfQuery(parseQueryString(request.url));
    return recordPresenter(where, { ...query, fields: undefined })(row);
  });
  app.post('/:baseId/:table', async (request) => createRecords(writing(request), request.body));
  for (const method of ['PATCH', 'PUT'] as const) {
    const clearOthers = method === 'PUT';
    app.route({
      method,
      url: '/:baseId/:table',
      handler: async (request) => updateRecords(writing(request), request.body, { clearOthers }),
    });
    app.route({
      method,
      url: '/:baseId/:table/:recordId',
      handler: async (request) =>
        updateRecord(writing(request), recordId(request), { body: request.body, clearOthers }),
    });
  }
  app.delete('/:baseId/:table', async (request) =>
    deleteRecords(writing(request), parseQueryString(request.url).records),
  );
  app.delete('/:baseId/:table/:recordId', async (request) =>
    deleteRecord(writing(request), recordId(request)),
  );
}

/** The table of the path, or the one of its base that holds the record, where the emulator looks there too. */
function placeOf(where: TableRequest, recordId: string): TableRequest {
  if (!where.behaviour.findsRecordsOfOtherTables) return where;
  const table = where.base.tables.find(({ rows }) => rows.get(recordId) !== null);
  return { ...where, table: table ?? where.table };
}
