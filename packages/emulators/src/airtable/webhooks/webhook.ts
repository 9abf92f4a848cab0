import { isoSecond } from '../record-time.ts';
import type { WebhookPayload } from './webhook-payload.ts';
import type { WebhookSpecification } from './webhook-specification.ts';

const DAY_MS = 86_400_000;
/** A webhook lives this long after creation, refresh or payload listing; payloads are kept as long. */
const WEBHOOK_LIFETIME_MS = 7 * DAY_MS;

/** How the last ping went, in Airtable's own form. */
export interface NotificationResult {
  readonly success: boolean;
  readonly completionTimestamp: string;
  readonly durationMs: number;
  readonly retryNumber: number;
  readonly error?: { readonly message: string };
  readonly willBeRetried?: boolean;
}

/** One webhook: what it reports, its log, and how its pings fare. */
export class Webhook {
  readonly id: string;
  readonly baseId: string;
  readonly macSecretBase64: string;
  readonly notificationUrl: string | null;
  readonly specification: WebhookSpecification;
  expiresAt: number;
  areNotificationsEnabled = true;
  lastResult: NotificationResult | null = null;
  lastSuccessAt: number | null = null;
  /** When the next ping is due, and which retry it is; null when there is nothing to tell. */
  ping: { dueAt: number; retryNumber: number } | null = null;
  #log: { readonly number: number; readonly at: number; readonly payload: WebhookPayload }[] = [];
  #nextNumber = 1;

  constructor(
    seed: Pick<Webhook, 'id' | 'baseId' | 'macSecretBase64' | 'notificationUrl' | 'specification'> & {
      now: number;
    },
  ) {
    this.id = seed.id;
    this.baseId = seed.baseId;
    this.macSecretBase64 = seed.macSecretBase64;
    this.notificationUrl = seed.notificationUrl;
    this.specification = seed.specification;
    this.expiresAt = seed.now + WEBHOOK_LIFETIME_MS;
  }

  isExpired(now: number): boolean {
    return now >= this.expiresAt;
  }

  /** Its data can be read for 7 days more. */
  isGone(now: number): boolean {
    return now >= this.expiresAt + WEBHOOK_LIFETIME_MS;
  }

  refresh(now: number): void {
    this.expiresAt = now + WEBHOOK_LIFETIME_MS;
  }

  append(payload: WebhookPayload, now: number): void {
    this.#log.push({ number: this.#nextNumber++, at: now, payload });
  }

  /** Payloads from a cursor on, oldest first. The cursor never starts again, whatever has been forgotten. */
  read(cursor: number, { limit, now }: { limit: number; now: number }) {
    this.#log = this.#log.filter(({ at }) => at > now - WEBHOOK_LIFETIME_MS);
    const entries = this.#log.filter(({ number }) => number >= cursor).slice(0, limit);
    const next = (entries.at(-1)?.number ?? Math.max(cursor, this.#nextNumber) - 1) + 1;
    return {
      cursor: next,
      mightHaveMore: next < this.#nextNumber,
      payloads: entries.map(({ payload }) => payload),
    };
  }

  describe(now: number): Readonly<Record<string, unknown>> {
    return {
      id: this.id,
      specification: this.specification,
      notificationUrl: this.notificationUrl,
      cursorForNextPayload: this.#nextNumber,
      lastNotificationResult: this.lastResult,
      areNotificationsEnabled: this.areNotificationsEnabled,
      lastSuccessfulNotificationTime: this.lastSuccessAt === null ? null : isoSecond(this.lastSuccessAt),
      isHookEnabled: !this.isExpired(now),
      expirationTime: new Date(this.expiresAt).toISOString(),
    };
  }
}
