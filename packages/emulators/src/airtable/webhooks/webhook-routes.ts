import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Clock } from '../../core/index.ts';
import { requireLevel, requireScope } from '../access.ts';
import { airtableError, invalidRequest, notFound } from '../airtable-error.ts';
import { type Gate, parameter } from '../gate.ts';
import { numberOf } from '../list-parameters.ts';
import type { Webhook } from './webhook.ts';
import type { WebhookRegistry } from './webhook-registry.ts';

const Page = z.object({
  cursor: z.preprocess(numberOf, z.int().min(1).default(1)),
  limit: z.preprocess(numberOf, z.int().min(1).max(50).default(50)),
});
const Enabling = z.strictObject({ enable: z.boolean() });

/** Making, listing, refreshing and reading webhooks; a webhook cannot be edited. */
export function registerWebhookRoutes(
  app: FastifyInstance,
  { gate, webhooks, clock }: { gate: Gate; webhooks: WebhookRegistry; clock: Clock },
): void {
  const url = '/bases/:baseId/webhooks';
  const baseOf = (request: FastifyRequest) => {
    const base = gate.base(request, 'webhook:manage');
    requireLevel(gate.actor(request), 'create');
    return base;
  };
  const webhookOf = (request: FastifyRequest): Webhook => {
    const id = parameter(request, 'webhookId');
    const webhook = webhooks.of(baseOf(request).id).find((one) => one.id === id);
    if (webhook === undefined) throw notFound();
    return webhook;
  };
  const expirationOf = (webhook: Webhook) => ({ expirationTime: new Date(webhook.expiresAt).toISOString() });

  app.post(url, async (request) => {
    const webhook = webhooks.create(baseOf(request), request.body);
    return { id: webhook.id, macSecretBase64: webhook.macSecretBase64, ...expirationOf(webhook) };
  });
  app.get(url, async (request) => ({
    webhooks: webhooks.of(baseOf(request).id).map((webhook) => webhook.describe(clock.now())),
  }));
  app.delete(`${url}/:webhookId`, async (request) => {
    webhooks.delete(webhookOf(request));
    return {};
  });
  app.post(`${url}/:webhookId/refresh`, async (request) => {
    const webhook = webhookOf(request);
    if (webhook.isExpired(clock.now())) throw airtableError(422, 'FAILED_STATE_CHECK');
    webhook.refresh(clock.now());
    return expirationOf(webhook);
  });
  app.post(`${url}/:webhookId/enableNotifications`, async (request) => {
    const webhook = webhookOf(request);
    const parsed = Enabling.safeParse(request.body);
    if (!parsed.success) throw invalidRequest();
    webhook.areNotificationsEnabled = parsed.data.enable;
    if (!parsed.data.enable) webhook.ping = null;
    return {};
  });
  app.get(`${url}/:webhookId/payloads`, async (request) => {
    const webhook = webhookOf(request);
    requireScope(gate.actor(request), 'data.records:read');
    const page = Page.safeParse(request.query);
    if (!page.success) throw invalidRequest();
    const now = clock.now();
    if (!webhook.isExpired(now)) webhook.refresh(now);
    return webhook.read(page.data.cursor, { limit: page.data.limit, now });
  });
}
