import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { installEnv } from './env.mjs';
import { fingerprint } from './fingerprint.mjs';
import { remedyFor } from './install-fault.mjs';
import { lockInstall } from './install-lock.mjs';
import { readManifest } from './manifest.mjs';
import { spawnForwarding } from './spawn-forwarding.mjs';

/** How much of a failed installation is shown: pnpm says last what stopped it. */
const SHOWN_LINES = 20;

/**
 * Installs Node, pnpm and the dependencies that the lock file pins, unless a complete installation of exactly these is
 * there already.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  const wanted = fingerprint(root);
  if (isInstalled(root, wanted)) return;
  try {
    const release = await lockInstall(root, () =>
      say('une autre installation est en cours, attente de sa fin…'),
    );
    if (!isInstalled(root, wanted)) await install(root, wanted);
    release();
  } catch (error) {
    if (error instanceof BootstrapError) throw error;
    throw new BootstrapError(`${remedyFor(String(error), readManifest(root).packageManager)} (${error})`);
  }
}

/**
 * @param {string} root
 * @param {string} wanted
 */
async function install(root, wanted) {
  const [file, ...args] = pinnedPnpm(root);
  say(
    file === 'npx'
      ? 'installation de Node 24, de pnpm et des dépendances épinglées (250 Mo à recevoir si c’est la première fois)…'
      : 'mise à jour des dépendances épinglées…',
  );
  const start = Date.now();
  rmSync(stampFile(root), { force: true });
  let output = '';
  const { exitCode, stopped } = await spawnForwarding(
    file,
    [...args, 'install', '--frozen-lockfile'],
    { cwd: root, env: installEnv(), stdio: ['ignore', 'pipe', 'pipe'] },
    (text) => {
      output += text;
    },
  );
  if (stopped)
    throw new BootstrapError('installation interrompue, elle reprendra à la prochaine commande.', 130);
  if (exitCode !== 0) {
    console.error(output.trim().split('\n').slice(-SHOWN_LINES).join('\n'));
    throw new BootstrapError(remedyFor(output, readManifest(root).packageManager), exitCode);
  }
  writeFileSync(stampFile(root), wanted);
  say(`installation terminée en ${Math.round((Date.now() - start) / 1000)} s.`);
}

/**
 * The installed pnpm when it is the pinned one, else the pinned one by way of npm.
 * @param {string} root
 * @returns {[string, ...string[]]}
 */
function pinnedPnpm(root) {
  const pinned = readManifest(root).packageManager;
  const manifest = join(root, 'node_modules', 'pnpm', 'package.json');
  if (existsSync(manifest) && pinned === `pnpm@${JSON.parse(readFileSync(manifest, 'utf8')).version}`) {
    return [join(root, 'node_modules', '.bin', 'pnpm')];
  }
  return ['npx', '--yes', pinned];
}

/**
 * @param {string} root
 * @param {string} wanted
 */
function isInstalled(root, wanted) {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === wanted;
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'node_modules', '.passerelle-installed');
}

/** @param {string} sentence */
function say(sentence) {
  console.log(`Passerelle : ${sentence}`);
}
