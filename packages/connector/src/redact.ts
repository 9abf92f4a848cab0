/** Text of fewer characters is no secret, and replacing it would make sentences unreadable. */
const SHORTEST_SECRET = 4;

/** The text with every occurrence of the secret, plain or URL-encoded, replaced by `***`. */
export function redact(text: string, secret: string): string {
  if (secret.length < SHORTEST_SECRET) return text;
  return text.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
}
