/** Resolves after so many milliseconds. */
export type Sleep = (ms: number) => Promise<void>;

/** Work that a clock runs. It sleeps by what it is given, one sleep at a time, and does not reject. */
export type ClockTask = (sleep: Sleep) => void | Promise<void>;

/** The time a sandbox lives by: its time stamps, its schedule, its limits. */
export interface SandboxClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs the task after so many milliseconds. Gives a function that takes it back. */
  schedule(delayMs: number, task: ClockTask): () => void;
  /** Runs the task at once, and resolves when it is done. */
  run(task: ClockTask): Promise<void>;
}
