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
 * Room for young garbage, which a process can only be given as it starts: a long synchronisation makes much and holds
 * little. What the server does about older garbage is `keepMemoryLow`. `packages/sync/bench/runs.ts` prints what both leave.
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
