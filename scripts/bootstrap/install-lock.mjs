import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often the owner of a lock shows that it lives, and after what silence it is held to be gone. */
const HEARTBEAT_MS = 1_000;
const SILENCE_MS = 10_000;
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
      // pnpm removes the lock when it empties the folder; the stamp is written at the very end all the same.
      const heartbeat = setInterval(() => utimes(lock, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS);
      heartbeat.unref();
      return () => {
        clearInterval(heartbeat);
        rmSync(lock, { force: true });
      };
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
    if (Date.now() - statSync(lock).mtimeMs > SILENCE_MS) return false;
    // A dead owner need not be waited for. The number alone would not do: it is used again, and a killed process keeps it
    // until its parent has noticed.
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    // Only ESRCH says that there is no such process: without a lock the installation has just ended, and EPERM is the
    // answer about a process of someone else.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
