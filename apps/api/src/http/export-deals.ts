import { AnalyticsInput, type Deal, type Services } from '@passerelle/contracts';
import { DEAL_CSV_HEADER, dealCsvLines } from '@passerelle/deals';
import type { FastifyInstance } from 'fastify';
import { parseInput } from './parse-input.ts';
import { queryReader } from './rest-input.ts';
import { sendChunks } from './send-chunks.ts';

/** Mounts the export of what a filter shows, as a file for spreadsheets. */
export function exportDeals(app: FastifyInstance, services: Services): void {
  const readQuery = queryReader(AnalyticsInput.unwrap().shape);
  app.get('/deals/export.csv', { config: { envelope: 'crm' } }, async (request, reply) => {
    const batches = services.deals.stream(parseInput(AnalyticsInput, readQuery(request.query)));
    reply.header('content-disposition', 'attachment; filename="deals.csv"');
    return sendChunks(reply, 'text/csv; charset=utf-8', csvOf(batches));
  });
}

async function* csvOf(batches: AsyncIterable<readonly Deal[]>): AsyncGenerator<string> {
  yield DEAL_CSV_HEADER;
  for await (const deals of batches) yield dealCsvLines(deals);
}
