import { Readable } from 'node:stream';
import { AnalyticsInput, type Deal, ListDealsInput, type Services } from '@passerelle/contracts';
import { DEAL_CSV_HEADER, dealCsvLines } from '@passerelle/deals';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { parseInput } from './parse-input.ts';
import { queryReader } from './rest-input.ts';

type Batches = AsyncIterable<readonly Deal[]>;

/** Sends all deals that match as one JSON answer, each batch as it is read: memory does not grow with them. */
export function sendAllDeals(reply: FastifyReply, services: Services, input: unknown): FastifyReply {
  const batches = services.deals.stream(parseInput(ListDealsInput, input));
  return reply.type('application/json; charset=utf-8').send(Readable.from(jsonOf(batches)));
}

/** Mounts the export of what a filter shows, as a file for spreadsheets. */
export function exportDeals(app: FastifyInstance, services: Services): void {
  const readQuery = queryReader(AnalyticsInput.unwrap().shape);
  app.get('/deals/export.csv', { config: { envelope: 'crm' } }, async (request, reply) => {
    const batches = services.deals.stream(parseInput(AnalyticsInput, readQuery(request.query)));
    reply.header('content-disposition', 'attachment; filename="deals.csv"');
    return reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(batches)));
  });
}

async function* jsonOf(batches: Batches): AsyncGenerator<string> {
  yield '{"success":true,"data":[';
  let separator = '';
  for await (const deals of batches) {
    if (deals.length === 0) continue;
    yield separator + JSON.stringify(deals).slice(1, -1);
    separator = ',';
  }
  yield '],"error":null}';
}

async function* csvOf(batches: Batches): AsyncGenerator<string> {
  yield DEAL_CSV_HEADER;
  for await (const deals of batches) yield dealCsvLines(deals);
}
