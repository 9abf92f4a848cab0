import { AnalyticsInput, ListDealsInput, type Services } from '@passerelle/contracts';
import type { FastifyReply } from 'fastify';
import { parseInput } from './parse-input.ts';
import { sendStreamed } from './stream-json.ts';

type Send = (reply: FastifyReply, services: Services, input: unknown) => Promise<FastifyReply>;

/** Procedures whose answer grows with the table, and how REST sends it: as it is read, in the same words. */
const STREAMED: ReadonlyMap<string, Send> = new Map<string, Send>([
  [
    'deals.list',
    async (reply, { deals }, input) => {
      const data = deals.streamJson(parseInput(ListDealsInput, input));
      return sendStreamed(reply, { success: true, data, error: null });
    },
  ],
  [
    'analytics.deadlines',
    async (reply, { analytics }, input) =>
      sendStreamed(reply, await analytics.streamDeadlines(parseInput(AnalyticsInput, input))),
  ],
  [
    'analytics.coldDeals',
    async (reply, { analytics }, input) =>
      sendStreamed(reply, await analytics.streamColdDeals(parseInput(AnalyticsInput, input))),
  ],
]);

/** How the answer of a procedure to this input is streamed; `undefined` when it is short. */
export function streamedAnswer(procedure: string, input: unknown): Send | undefined {
  return Object.hasOwn(Object(input), 'limit') ? undefined : STREAMED.get(procedure);
}
