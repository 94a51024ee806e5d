import type { SandboxClock, Sleep } from './SandboxClock.ts';

const sleep: Sleep = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** The clock of this machine. */
export const realClock: SandboxClock = {
  now: () => Date.now(),
  schedule(delayMs, task) {
    const timer = setTimeout(() => void task(sleep), delayMs);
    return () => clearTimeout(timer);
  },
  run: async (task) => task(sleep),
};
