import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @typedef {object} Ending
 * @property {number} exitCode 128 and the signal's number when a signal ended it
 * @property {boolean} stopped whether we were asked to stop meanwhile
 */

/**
 * Starts a process, hands on the signals that ask us to stop, and waits for its end.
 *
 * Ctrl-C in a terminal reaches every process of the foreground group by itself; handing it on as well would tell a
 * server that is closing to hurry. Without a terminal, a SIGINT was sent to us alone.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {(text: string) => void} [onOutput] called with what the process prints, where its output is piped
 * @returns {Promise<Ending>}
 */
export function spawnForwarding(file, args, options, onOutput) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, options);
    let stopped = false;
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => {
      stopped = true;
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, handOn);
    if (onOutput)
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, handOn);
      resolve({ exitCode: code ?? 128 + (signal ? constants.signals[signal] : 0), stopped });
    });
  });
}
