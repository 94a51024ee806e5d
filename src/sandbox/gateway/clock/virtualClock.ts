import { ConfigError } from '../../../errors/ConfigError.ts';
import type { ClockTask, SandboxClock, Sleep } from './SandboxClock.ts';

/** A clock that stands still until it is moved. */
export interface VirtualClock extends SandboxClock {
  /**
   * Moves the clock on, and does on the way all that falls due, one thing after another, each to its end: a webhook
   * until the merchant has answered it. What is due by then is done as well; `advance(0)` does what is due now.
   *
   * @throws {ConfigError} When `ms` is not a number of milliseconds from 0.
   */
  advance(ms: number): Promise<void>;
}

interface Appointment {
  at: number;
  keep: () => void;
}

/**
 * Makes a clock for tests, with which hours of retries pass at once.
 *
 * Only the sandbox lives by it. A merchant's server has its own clock, and refuses what was signed in its future.
 *
 * @param start Milliseconds since the epoch. Defaults to now.
 * @example
 * const clock = virtualClock();
 * const sandbox = createSandbox({ clock, webhookUrl, fetch: merchant });
 * // … a payment is made, and the merchant is down …
 * await clock.advance(11 * 60 * 60_000);
 * sandbox.deliveries()[0]?.state; // 'given-up', after six attempts
 */
export function virtualClock(start: number = Date.now()): VirtualClock {
  let now = start;
  /** How many tasks do something, and do not just wait for this clock. */
  let busy = 0;
  let onRest: (() => void)[] = [];
  const appointments: Appointment[] = [];
  let moves: Promise<void> = Promise.resolve();

  function rest(): void {
    busy -= 1;
    if (busy > 0) return;
    const resting = onRest;
    onRest = [];
    resting.forEach((resolve) => resolve());
  }

  const allAtRest = () =>
    busy === 0 ? Promise.resolve() : new Promise<void>((resolve) => onRest.push(resolve));

  function appoint(delayMs: number, keep: () => void): Appointment {
    const appointment = { at: now + Math.max(0, delayMs), keep };
    appointments.push(appointment);
    return appointment;
  }

  function remove(appointment: Appointment): void {
    const index = appointments.indexOf(appointment);
    if (index >= 0) appointments.splice(index, 1);
  }

  const sleep: Sleep = (ms) =>
    new Promise((resolve) => {
      appoint(ms, () => {
        busy += 1;
        resolve();
      });
      rest();
    });

  async function run(task: ClockTask): Promise<void> {
    busy += 1;
    try {
      await task(sleep);
    } finally {
      rest();
    }
  }

  /** The earliest that is due by then; of those at one time, the one that was made first. */
  const findDue = (until: number) =>
    appointments
      .filter(({ at }) => at <= until)
      .reduce<Appointment | undefined>(
        (first, next) => (first === undefined || next.at < first.at ? next : first),
        undefined,
      );

  async function move(ms: number): Promise<void> {
    const until = now + ms;
    await allAtRest();
    for (let due = findDue(until); due !== undefined; due = findDue(until)) {
      now = Math.max(now, due.at);
      remove(due);
      due.keep();
      await allAtRest();
    }
    now = until;
  }

  return {
    now: () => now,
    schedule(delayMs, task) {
      const appointment = appoint(delayMs, () => void run(task));
      return () => remove(appointment);
    },
    run,
    async advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) {
        throw new ConfigError('invalid_option', { detail: 'advance takes milliseconds, from 0.' });
      }
      moves = moves.then(() => move(ms));
      await moves;
    },
  };
}
