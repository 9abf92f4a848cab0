/** A fault foreseen before the pinned Node runs; its message is French and says what to do. */
export class BootstrapError extends Error {
  /**
   * @param {string} message what happened and the remedy
   * @param {number} [exitCode] the exit code of the whole command
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'BootstrapError';
    this.exitCode = exitCode;
  }
}
