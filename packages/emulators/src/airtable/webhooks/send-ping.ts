import { createHmac } from 'node:crypto';
import type { Webhook } from './webhook.ts';

/** Airtable waits no longer for an answer. */
const PING_TIMEOUT_MS = 25_000;

/** The value of `X-Airtable-Content-MAC`: hex, over the bytes of the body, keyed by the decoded secret. */
export function contentMac(body: string, macSecretBase64: string): string {
  const key = Buffer.from(macSecretBase64, 'base64');
  return `hmac-sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
}

/** Sends one ping; answers what went wrong, or null when the receiver answered 200 or 204. */
export async function sendPing(
  webhook: Webhook,
  options: { now: number; signal: AbortSignal },
): Promise<string | null> {
  const body = JSON.stringify({
    base: { id: webhook.baseId },
    webhook: { id: webhook.id },
    timestamp: new Date(options.now).toISOString(),
  });
  try {
    const answer = await fetch(String(webhook.notificationUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-airtable-content-mac': contentMac(body, webhook.macSecretBase64),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(PING_TIMEOUT_MS)]),
    });
    await answer.body?.cancel();
    if (answer.status === 200 || answer.status === 204) return null;
    return `The HTTP request returned a ${answer.status} status code instead of 200 or 204.`;
  } catch {
    return 'The HTTP request could not be completed.';
  }
}
