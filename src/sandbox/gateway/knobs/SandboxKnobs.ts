/** What goes wrong between HajiQ Pay and a merchant, and how much of it. All of it is off at first. */
export interface SandboxKnobs {
  /** How much later than its schedule each webhook leaves, in milliseconds. Defaults to 0. */
  delay: number;
  /**
   * Webhooks that are lost on the way: how probable it is, from 0 to 1, or the next n. HajiQ Pay tries each again as it
   * does when nobody answers. Defaults to 0.
   */
  drop: number | { next: number };
  /** How many copies of each webhook are sent beside it, at the same time. Defaults to 0. */
  duplicate: number;
  /** Whether a webhook waits until the next one was sent, so that later news comes first; for five seconds at the most. */
  reorder: boolean;
  /** Whether events are signed well and report one minor unit more than was paid. */
  wrongAmount: boolean;
  /** Whether webhooks are signed with a secret that is not the merchant's. */
  foreignSecret: boolean;
  /** How many bytes a second HajiQ Pay sends of a webhook and reads of its answer. Defaults to 0: as fast as it goes. */
  slowReader: number;
  /** Whether a webhook that is tried again keeps the `t` of its first signature. The guide does not say. */
  keepTimestamp: boolean;
  /** Whether events are printed with spaces: a server that parses a body and prints it again gets other bytes. */
  spacedBody: boolean;
  /** Whether webhooks are kept back, until it is off again. */
  hold: boolean;
  /** How many requests one key may make in a window; the next is answered 429. Defaults to 0: as many as it likes. */
  rateLimit: number;
  /** How long a window is, in milliseconds. Defaults to 60,000. */
  rateWindow: number;
  /** How many of the next requests with a good key are answered 500, with nothing done. Defaults to 0. */
  failNext: number;
}

export type KnobName = keyof SandboxKnobs;
