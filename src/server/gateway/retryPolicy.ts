import { GatewayError } from '../../errors/GatewayError.ts';

/** How long one try may take, headers and body, in milliseconds. */
const TRY_MS = 10_000;
/** How long a call may take with all its tries, in milliseconds: less than a browser waits for its answer. */
const CALL_MS = 15_000;
/** The least time worth a try. */
const MIN_TRY_MS = 1_000;
const FIRST_WAIT_MS = 250;

/** Which failures of a call are tried again. */
export interface RetryPolicy {
  /** How often it is tried at the most. */
  tries: number;
  /** Whether doing it twice moves money twice. Then only a refusal before anything was done (429) is tried again. */
  movesMoney: boolean;
}

/** The moment by which a call that begins now has to end, on the clock of `performance.now()`. */
export function startDeadline(): number {
  return performance.now() + CALL_MS;
}

/** Tells how long to wait before another try, in milliseconds; undefined when there must be none. */
function toWaitMs(error: unknown, tried: number, { tries, movesMoney }: RetryPolicy): number | undefined {
  if (!(error instanceof GatewayError) || error.code !== 'gateway_unavailable') return undefined;
  if (tried >= tries || (movesMoney && error.status !== 429)) return undefined;
  const backOff = FIRST_WAIT_MS * 2 ** (tried - 1);
  // Jitter, so that servers that failed together do not come back together.
  return Math.max(backOff, error.retryAfterMs ?? 0) + Math.random() * backOff;
}

/**
 * Tries until it succeeds, must not be repeated, or no further try fits into the time there is.
 *
 * @param attempt One try, and how many milliseconds it has.
 * @param endsAt See {@link startDeadline}.
 * @throws {GatewayError} That of the last try, at once when the wait it asks for would take too long.
 */
export async function withRetries<Result>(
  attempt: (timeoutMs: number) => Promise<Result>,
  policy: RetryPolicy,
  endsAt: number,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      const leftMs = endsAt - performance.now();
      // A request that is cut off as it is sent may still be carried out.
      if (leftMs < MIN_TRY_MS) {
        throw new GatewayError('gateway_unavailable', { detail: 'No time was left to ask again.' });
      }
      return await attempt(Math.min(TRY_MS, leftMs));
    } catch (error) {
      const waitMs = toWaitMs(error, tried, policy);
      if (waitMs === undefined || performance.now() + waitMs + MIN_TRY_MS > endsAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
