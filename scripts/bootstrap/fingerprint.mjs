import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceFolders } from './workspace-folders.mjs';

/**
 * A hash of everything an installation depends on: when it has not changed, there is nothing to install.
 * @param {string} root
 */
export function fingerprint(root) {
  const manifests = workspaceFolders(root).map((folder) => `${folder}/package.json`);
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
