import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { commandEnv } from './env.mjs';
import { projectNode } from './node-version.mjs';
import { spawnForwarding } from './spawn-forwarding.mjs';

/**
 * The script of a command: every file of `scripts/commands` is one.
 * @param {string} root
 * @param {string} command
 */
export function commandScript(root, command) {
  const folder = join(root, 'scripts', 'commands');
  const script = join(folder, `${command}.ts`);
  if (existsSync(script)) return script;
  const known = readdirSync(folder).map((file) => file.replace('.ts', ''));
  throw new BootstrapError(`la commande « ${command} » n’existe pas. Commandes : ${known.join(', ')}.`);
}

/**
 * Node would let young garbage grow to some 100 MB on its own. A long synchronisation makes much of it and holds little:
 * with a quarter of the room it is as fast, and stays below 300 MB whatever the size of the table.
 */
const NODE_FLAGS = ['--max-semi-space-size=8'];

/**
 * Runs a script on the pinned Node, first on PATH so that every tool below finds it too.
 * @param {string} root
 * @param {[script: string, ...args: string[]]} commandLine
 * @returns the exit code of the script
 */
export async function runScript(root, commandLine) {
  const node = projectNode(root);
  try {
    const { exitCode } = await spawnForwarding(node, [...NODE_FLAGS, ...commandLine], {
      cwd: root,
      env: commandEnv(root),
      stdio: 'inherit',
    });
    return exitCode;
  } catch (error) {
    throw new BootstrapError(
      `le Node épinglé ne démarre pas sur cette machine (${error}). Installez Node 24, supprimez node_modules/.bin/node, puis relancez la commande.`,
    );
  }
}
