// The way in of every `npm` command: plain JavaScript for whatever Node the machine has, because the pinned Node, like
// everything else, comes with the installation.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BootstrapError } from './bootstrap/bootstrap-error.mjs';
import { ensureInstalled } from './bootstrap/install.mjs';
import { checkRunningNode } from './bootstrap/node-version.mjs';
import { commandScript, runScript } from './bootstrap/run-script.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = '', ...args] = process.argv.slice(2);

try {
  checkRunningNode(root);
  const script = commandScript(root, command);
  await ensureInstalled(root);
  process.exitCode = await runScript(root, [script, ...args]);
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  console.error(`\nPasserelle : ${error.message}`);
  process.exitCode = error.exitCode;
}
