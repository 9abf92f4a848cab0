import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock older than this belongs to nobody: process numbers are used again after a restart of the machine. */
const STALE_AFTER_MS = 15 * 60_000;
/** A lock without its owner's number is being written, or was left so by a full disk. */
const UNWRITTEN_MS = 2_000;
const POLL_MS = 200;

/**
 * Makes this process the only one that installs. The lock outlives an installation that was cut short, which is how
 * the next one knows that node_modules cannot be trusted; it then starts from an empty folder.
 * @param {string} root
 * @param {() => void} onWait called once when another installation is going on
 * @returns {Promise<() => void>} releases the lock; call it only when the installation is complete
 */
export async function lockInstall(root, onWait) {
  const modules = join(root, 'node_modules');
  const lock = join(modules, '.passerelle-installing');
  for (let waited = false; ; waited = true) {
    mkdirSync(modules, { recursive: true });
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (!isHeld(lock)) {
      rmSync(modules, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait();
    await sleep(POLL_MS);
  }
}

/** @param {string} lock */
function isHeld(lock) {
  try {
    const ageMs = Date.now() - statSync(lock).mtimeMs;
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder === 0) return ageMs < UNWRITTEN_MS;
    return ageMs < STALE_AFTER_MS && process.kill(holder, 0);
  } catch (error) {
    // EPERM: the process lives and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
