import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** A name for one engine of this process, by which another process can tell whether it still lives. */
export function newOwner(): string {
  return `${hostname()}:${process.pid}:${randomUUID()}`;
}

/**
 * Whether the process of `owner` no longer runs. Only asked of a database that one machine holds: an owner
 * with another host name is this machine under an earlier one, and one with our own process number came before us.
 */
export function isOwnerGone(owner: string): boolean {
  const [host, pid] = owner.split(':');
  if (host !== hostname() || Number(pid) === process.pid) return true;
  return !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
