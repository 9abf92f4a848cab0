/** Shorter texts are part of ordinary words: masking them would hide the log, not the secret. */
const SHORTEST_SECRET = 8;

/** Takes known secrets out of any text, so that none reaches a log whatever route it came by. */
export class SecretMask {
  readonly #secrets = new Set<string>();

  /** From now on `secret` is masked, as it is and as URLs and JSON write it. */
  add(secret: string): void {
    if (secret.length < SHORTEST_SECRET) return;
    this.#secrets.add(secret);
    this.#secrets.add(encodeURIComponent(secret));
    this.#secrets.add(JSON.stringify(secret).slice(1, -1));
  }

  /** The text without any secret. */
  apply(text: string): string {
    let masked = text;
    for (const secret of this.#secrets) masked = masked.replaceAll(secret, '***');
    return masked;
  }
}
