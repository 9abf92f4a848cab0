import type { Clock, Random } from '../../core/index.ts';
import { airtableError } from '../airtable-error.ts';
import { newAirtableId } from '../airtable-id.ts';
import type { AirtableBase, TableChange } from '../base.ts';
import { sendPing } from './send-ping.ts';
import { Webhook } from './webhook.ts';
import { webhookPayload } from './webhook-payload.ts';
import { readWebhookCreation } from './webhook-specification.ts';

/** Airtable takes no more in one base. */
const MAX_WEBHOOKS_PER_BASE = 10;
/** Pings are tried again so many times, then switched off. */
const MAX_PING_RETRIES = 13;
const FIRST_RETRY_MS = 10_000;
/** How often the clock, which a test may have moved, is looked at while a ping is due. */
const POLL_MS = 20;

/** How pings behave, changeable while the emulator runs. */
export interface PingBehaviour {
  /** Each ping is sent so many times; 1 by default. */
  copies: number;
  /** Changes within this time of the clock share one ping; 0 by default. */
  mergeWindowMs: number;
}

/** All webhooks of the emulator, their logs and their pings. */
export class WebhookRegistry {
  readonly pings: PingBehaviour = { copies: 1, mergeWindowMs: 0 };
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #webhooks = new Map<string, Webhook>();
  readonly #watched = new WeakSet<AirtableBase>();
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: { clock: Clock; random: Random }) {
    this.#clock = parts.clock;
    this.#random = parts.random;
  }

  /** The webhooks of a base that can still be read. */
  of(baseId: string): Webhook[] {
    return [...this.#webhooks.values()].filter(
      (webhook) => webhook.baseId === baseId && !webhook.isGone(this.#clock.now()),
    );
  }

  create(base: AirtableBase, body: unknown): Webhook {
    const asked = readWebhookCreation(body);
    if (this.of(base.id).length >= MAX_WEBHOOKS_PER_BASE) {
      throw airtableError(422, 'TOO_MANY_WEBHOOKS_IN_BASE', 'This base has the maximum number of webhooks');
    }
    const webhook = new Webhook({
      ...asked,
      id: newAirtableId('ach', this.#random),
      baseId: base.id,
      macSecretBase64: Buffer.from(this.#random.text(64)).toString('base64'),
      now: this.#clock.now(),
    });
    this.#webhooks.set(webhook.id, webhook);
    if (!this.#watched.has(base)) base.onChange((change) => this.#record(base, change));
    this.#watched.add(base);
    return webhook;
  }

  delete(webhook: Webhook): void {
    webhook.ping = null;
    this.#webhooks.delete(webhook.id);
  }

  /** Plans a ping for no reason, as Airtable sometimes sends. */
  ping(webhookId: string): void {
    const webhook = this.#webhooks.get(webhookId);
    if (webhook !== undefined) this.#plan(webhook, 0);
  }

  close(): void {
    this.#closing.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #record(base: AirtableBase, change: TableChange): void {
    const now = this.#clock.now();
    for (const webhook of this.of(base.id)) {
      if (webhook.isExpired(now)) continue;
      const payload = webhookPayload(base, change, { specification: webhook.specification, now });
      if (payload === null) continue;
      webhook.append(payload, now);
      this.#plan(webhook, this.pings.mergeWindowMs);
    }
  }

  #plan(webhook: Webhook, delayMs: number): void {
    if (webhook.notificationUrl === null || !webhook.areNotificationsEnabled) return;
    webhook.ping ??= { dueAt: this.#clock.now() + delayMs, retryNumber: 0 };
    this.#poll();
  }

  #poll(): void {
    if (this.#timer !== null || this.#closing.signal.aborted) return;
    this.#timer = setTimeout(async () => {
      const due = [...this.#webhooks.values()].filter((webhook) => this.#isDue(webhook));
      await Promise.all(due.map((webhook) => this.#deliver(webhook)));
      this.#timer = null;
      if ([...this.#webhooks.values()].some((webhook) => webhook.ping !== null)) this.#poll();
    }, POLL_MS);
    this.#timer.unref();
  }

  #isDue(webhook: Webhook): boolean {
    return webhook.ping !== null && webhook.ping.dueAt <= this.#clock.now();
  }

  async #deliver(webhook: Webhook): Promise<void> {
    const { retryNumber } = webhook.ping ?? { retryNumber: 0 };
    // Empty while it is under way: what changes meanwhile is worth another ping.
    webhook.ping = null;
    const started = performance.now();
    let failure: string | null = null;
    for (let copy = 0; copy < this.pings.copies; copy += 1) {
      failure = await sendPing(webhook, { now: this.#clock.now(), signal: this.#closing.signal });
    }
    if (this.#closing.signal.aborted) return;
    const now = this.#clock.now();
    const willBeRetried = failure !== null && retryNumber < MAX_PING_RETRIES;
    webhook.lastResult = {
      success: failure === null,
      completionTimestamp: new Date(now).toISOString(),
      durationMs: performance.now() - started,
      retryNumber,
      ...(failure !== null && { error: { message: failure }, willBeRetried }),
    };
    if (failure === null) webhook.lastSuccessAt = now;
    else if (willBeRetried) {
      webhook.ping = { dueAt: now + FIRST_RETRY_MS * 2 ** retryNumber, retryNumber: retryNumber + 1 };
    } else webhook.areNotificationsEnabled = false;
  }
}
