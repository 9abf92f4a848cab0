import { createHmac } from 'node:crypto';
import type { Random } from '../../core/index.ts';
import { Access } from '../state/access.ts';
import type { Integration } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';
import { eventsOf, type WebhookEvent } from './event.ts';
import { mergeEvents } from './merge-events.ts';
import type { Subscription, SubscriptionSeed } from './subscription.ts';

/** How often one event is tried. */
export const WEBHOOK_ATTEMPTS = 8;

/** How a round of deliveries goes wrong on purpose. */
export interface DeliveryTrouble {
  /** Sends every event twice, under the same id. */
  readonly duplicates?: boolean | undefined;
  /** Sends the last event first. */
  readonly reversed?: boolean | undefined;
}

/** One event that was sent, and how the receiver answered; `null`: not at all. */
export interface Delivery {
  readonly body: Readonly<Record<string, unknown>>;
  readonly status: number | null;
}

/** An event on its way to one subscription. */
interface Parcel {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly subscription: Subscription;
  attempt: number;
}

/**
 * Webhooks of the workspace. Nothing is sent until `deliver` is called: one call stands for the end of one window,
 * and for the next attempt at what failed before.
 */
export class Webhooks {
  readonly #workspace: Workspace;
  readonly #random: Random;
  readonly #subscriptions: Subscription[] = [];
  readonly #pending = new Map<Subscription, WebhookEvent[]>();
  #parcels: Parcel[] = [];

  constructor(workspace: Workspace, random: Random) {
    this.#workspace = workspace;
    this.#random = random;
    workspace.onChange = (change) => {
      for (const subscription of this.#subscriptions)
        if (subscription.state === 'active')
          this.#pending.get(subscription)?.push(...eventsOf(workspace, change, subscription.apiVersion));
    };
  }

  get subscriptions(): readonly Subscription[] {
    return this.#subscriptions;
  }

  /** Posts the verification token to the address; the subscription waits until `verify` is called with it. */
  async subscribe(seed: SubscriptionSeed): Promise<Subscription> {
    const { hostname } = new URL(seed.url);
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
      throw new RangeError(`an emulator sends webhooks to a loopback address only, not to ${hostname}`);
    const subscription: Subscription = {
      ...seed,
      id: this.#random.uuid(),
      apiVersion: seed.apiVersion ?? '2026-03-11',
      verificationToken: `secret_${this.#random.text(43)}`,
      state: 'pending',
    };
    this.#subscriptions.push(subscription);
    this.#pending.set(subscription, []);
    await post(subscription, { verification_token: subscription.verificationToken });
    return subscription;
  }

  /** What the owner does in the settings with the token that was received. */
  verify(id: string, verificationToken: string): void {
    const subscription = this.#subscriptions.find((one) => one.id === id);
    if (subscription?.verificationToken !== verificationToken)
      throw new RangeError('the verification token is not the one that was sent');
    subscription.state = 'active';
  }

  /** Ends the window: sends what happened since the last call, and once more what failed then. */
  async deliver(trouble: DeliveryTrouble = {}): Promise<Delivery[]> {
    for (const [subscription, events] of this.#pending)
      for (const event of mergeEvents(events.splice(0)))
        if (subscription.events?.includes(event.type) !== false)
          this.#parcels.push({ id: this.#random.uuid(), event, subscription, attempt: 1 });
    const parcels = this.#parcels.filter((parcel) => this.#mayKnow(parcel));
    const ordered = trouble.reversed === true ? parcels.toReversed() : parcels;
    const sent = trouble.duplicates === true ? ordered.flatMap((parcel) => [parcel, parcel]) : ordered;
    const deliveries: Delivery[] = [];
    const failed = new Set<Parcel>();
    for (const parcel of sent) {
      const body = this.#bodyOf(parcel);
      const status = await post(parcel.subscription, body);
      if (status === null || status >= 300) failed.add(parcel);
      deliveries.push({ body, status });
    }
    this.#parcels = [...failed].filter((parcel) => parcel.attempt < WEBHOOK_ATTEMPTS);
    for (const parcel of this.#parcels) parcel.attempt += 1;
    return deliveries;
  }

  /** Only what the integration can read at the time of sending: losing access is silence. */
  #mayKnow({ subscription, event }: Parcel): boolean {
    const integration = this.#integrationOf(subscription);
    if (subscription.state !== 'active' || integration === undefined) return false;
    const access = new Access(this.#workspace, integration);
    const { pages, sources, databases } = this.#workspace;
    const { id, type } = event.entity;
    const page = pages.get(id);
    const source = sources.get(id);
    const database = databases.get(id);
    if (type === 'page') return page !== undefined && access.seesPage(page);
    if (type === 'data_source') return source !== undefined && access.seesSource(source);
    return database !== undefined && access.seesDatabase(database);
  }

  #integrationOf(subscription: Subscription): Integration | undefined {
    return this.#workspace.integrations.get(subscription.token);
  }

  #bodyOf({ id, event, subscription, attempt }: Parcel): Record<string, unknown> {
    return {
      id,
      timestamp: new Date(event.at).toISOString(),
      workspace_id: this.#workspace.id,
      workspace_name: this.#workspace.name,
      subscription_id: subscription.id,
      integration_id: this.#integrationOf(subscription)?.id,
      type: event.type,
      authors: event.authors,
      attempt_number: attempt,
      api_version: subscription.apiVersion,
      entity: event.entity,
      data: event.data,
    };
  }
}

/** Posts a signed body and answers the status, `null` where nobody answered. */
async function post(subscription: Subscription, body: unknown): Promise<number | null> {
  const text = JSON.stringify(body);
  const digest = createHmac('sha256', subscription.verificationToken).update(text).digest('hex');
  try {
    const response = await fetch(subscription.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-notion-signature': `sha256=${digest}` },
      body: text,
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
