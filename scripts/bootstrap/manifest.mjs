import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The root package.json, the only place that names the pinned pnpm and the oldest Node.
 * @param {string} root
 * @returns {{ packageManager: string, engines: { node: string } }}
 */
export function readManifest(root) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}
