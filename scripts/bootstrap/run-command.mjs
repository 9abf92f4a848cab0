import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { projectNode } from './node-version.mjs';
import { spawnForwarding } from './spawn-forwarding.mjs';

/** Said to every tool below: nothing about this machine leaves it. */
const NO_TELEMETRY = {
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};

/**
 * Runs `scripts/commands/<command>.ts` on the pinned Node, first on PATH so that every tool below finds it too.
 * @param {string} root
 * @param {string} command
 * @param {string[]} args
 */
export async function runCommand(root, command, args) {
  const folder = join(root, 'scripts', 'commands');
  const script = join(folder, `${command}.ts`);
  if (!existsSync(script)) {
    const known = readdirSync(folder).map((file) => file.replace('.ts', ''));
    throw new BootstrapError(`la commande « ${command} » n’existe pas. Commandes : ${known.join(', ')}.`);
  }
  const bin = join(root, 'node_modules', '.bin');
  const PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const env = { ...process.env, ...NO_TELEMETRY, PATH };
  const node = projectNode(root);
  try {
    const { exitCode } = await spawnForwarding(node, [script, ...args], { cwd: root, env, stdio: 'inherit' });
    return exitCode;
  } catch (error) {
    throw new BootstrapError(
      `le Node épinglé ne démarre pas sur cette machine (${error instanceof Error ? error.message : error}). Installez Node 24, supprimez node_modules/.bin/node, puis relancez la commande.`,
    );
  }
}
