/** Where an emulator reads the time: never from the machine directly, so that tests can move it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}

/** A clock that can be moved forward, by a test or by `POST /_control/clock`. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => Date.now() };

/** Stands still until it is advanced; starts where it is told, so that a run can be repeated to the second. */
export class FakeClock implements MovableClock {
  #now: number;

  constructor(start: number | string | Date = '2026-04-24T15:00:00.000Z') {
    this.#now = new Date(start).getTime();
  }

  now(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

/** Runs with the machine and can be moved ahead of it; what an emulator uses when it is given no clock. */
export class RunningClock implements MovableClock {
  #ahead = 0;

  now(): number {
    return systemClock.now() + this.#ahead;
  }

  advance(ms: number): void {
    this.#ahead += ms;
  }
}

/** True when the clock can be moved. */
export function isMovable(clock: Clock): clock is MovableClock {
  return 'advance' in clock && typeof clock.advance === 'function';
}
