import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { readManifest } from './manifest.mjs';

/** The major version the code is written for; the catalog of pnpm-workspace.yaml pins its exact versions. */
const PINNED_MAJOR = 24;

const runningMajor = Number.parseInt(process.versions.node, 10);

/**
 * Refuses a Node too old to install anything.
 * @param {string} root
 */
export function checkRunningNode(root) {
  const oldest = Number.parseInt(readManifest(root).engines.node.replace('>=', ''), 10);
  if (runningMajor >= oldest) return;
  throw new BootstrapError(
    `Node ${process.versions.node} est trop ancien. Installez Node ${oldest} ou plus récent, puis relancez la commande.`,
  );
}

/**
 * The Node that runs the project: the installed one, or the machine's own where none is published for that machine.
 * @param {string} root
 */
export function projectNode(root) {
  const installed = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(installed)) return installed;
  if (runningMajor >= PINNED_MAJOR) return process.execPath;
  throw new BootstrapError(
    `aucun Node ${PINNED_MAJOR} n’est publié pour ${process.platform}-${process.arch}. Installez Node ${PINNED_MAJOR} sur cette machine, puis relancez la commande.`,
  );
}
