import type { NotionVersion } from '../versions.ts';

/** Versions in which events can be sent. */
export type WebhookVersion = Extract<NotionVersion, '2022-06-28' | '2025-09-03' | '2026-03-11'>;

/** What the owner enters in the settings of the integration. */
export interface SubscriptionSeed {
  /** Where events are posted; a loopback address, for an emulator bothers nobody else. */
  readonly url: string;
  /** The token of the integration whose subscription it is. */
  readonly token: string;
  /** `2026-03-11` when left out. */
  readonly apiVersion?: WebhookVersion | undefined;
  /** Types of events wanted; all when left out. */
  readonly events?: readonly string[] | undefined;
}

/** A subscription: it must be verified with the token it was sent before it gets events. */
export interface Subscription extends SubscriptionSeed {
  readonly id: string;
  readonly apiVersion: WebhookVersion;
  /** Posted once to the address; signs everything that is sent. */
  readonly verificationToken: string;
  state: 'pending' | 'active' | 'paused';
}
