import type { RequestError } from '../errors/RequestError.ts';
import { mergeStatus } from '../protocol/mergeStatus.ts';
import type { Payment } from '../protocol/payment.ts';
import { isSettled } from '../protocol/paymentStatus.ts';
import type { StatusAnswer } from './readStatus.ts';

/** What a browser knows of a payment it follows. A value: each answer makes the next one. */
export interface StatusWatch {
  /** The status nearest the truth so far. */
  payment?: Payment;
  etag?: string;
  /** Why the watch is over; undefined while it goes on. */
  end?: 'settled' | 'out-of-patience' | 'refused';
  /** The last error, while it stands. */
  error?: RequestError;
  /** Errors in a row. */
  failures: number;
  /** Whether the next question may follow at once, because the backend holds it, or has not been asked to yet. */
  mayAskAtOnce: boolean;
  /** Milliseconds spent asking and waiting; time offline or asleep does not count. */
  spentMs: number;
}

/** How long a payment is followed before the customer is told that it is not known yet, in milliseconds. */
export const DEFAULT_PATIENCE_MS = 60_000;

const SHORTEST_GAP_MS = 500;
const LONGEST_GAP_MS = 5_000;
const LONGEST_REQUEST_MS = 30_000;
/** An answer that came sooner was not held, whatever it says of itself. */
const SHORTEST_HOLD_MS = 1_000;

export const newStatusWatch: StatusWatch = { failures: 0, mayAskAtOnce: false, spentMs: 0 };

/** A watch that goes on from what is known, with fresh patience. */
export function restartWatch({ payment }: StatusWatch): StatusWatch {
  return { ...newStatusWatch, payment };
}

function laterTruth(known: Payment | undefined, told: Payment): Payment {
  if (known === undefined) return told;
  const toReport = ({ status, updatedAt }: Payment) => ({ status, at: Date.parse(updatedAt) });
  const knownReport = toReport(known);
  return mergeStatus(knownReport, toReport(told)) === knownReport ? known : told;
}

/** Tells whether the backend will say no however often it is asked. Anything else may pass. */
const isFinal = ({ status }: RequestError) => status === 401 || status === 403 || status === 404;

/** How long to wait before the next question, in milliseconds; undefined when the watch is over. */
export function gapBeforeNext(watch: StatusWatch): number | undefined {
  if (watch.end !== undefined) return undefined;
  if (watch.failures > 0) {
    const backOff = Math.min(SHORTEST_GAP_MS * 2 ** watch.failures, 3 * LONGEST_GAP_MS);
    return Math.max(backOff, Math.min(watch.error?.retryAfterMs ?? 0, LONGEST_REQUEST_MS));
  }
  if (watch.mayAskAtOnce) return 1;
  return Math.min(Math.max(watch.spentMs / 4, SHORTEST_GAP_MS), LONGEST_GAP_MS);
}

/**
 * Adds one answer to what is known. Pure.
 *
 * A status never goes back: an answer from a server that lags behind changes nothing.
 */
export function nextWatch(
  watch: StatusWatch,
  answer: StatusAnswer,
  tookMs: number,
  patienceMs: number,
): StatusWatch {
  const gapMs = watch.payment === undefined && watch.failures === 0 ? 0 : (gapBeforeNext(watch) ?? 0);
  const spentMs = watch.spentMs + gapMs + Math.min(tookMs, LONGEST_REQUEST_MS);
  const outOfPatience = spentMs >= patienceMs ? ('out-of-patience' as const) : undefined;

  if (answer.kind === 'error') {
    const end = isFinal(answer.error) ? ('refused' as const) : outOfPatience;
    return { ...watch, error: answer.error, failures: watch.failures + 1, mayAskAtOnce: false, spentMs, end };
  }
  const wasHeld = answer.hasWaited && tookMs >= SHORTEST_HOLD_MS;
  const known = {
    ...watch,
    error: undefined,
    failures: 0,
    mayAskAtOnce: wasHeld,
    spentMs,
    end: outOfPatience,
  };
  if (answer.kind === 'unchanged') return known;
  const payment = laterTruth(watch.payment, answer.payment);
  // Only a request that carries an etag can be held: the first one could not be.
  const isFirst = watch.etag === undefined && answer.etag !== undefined;
  return {
    ...known,
    payment,
    etag: answer.etag,
    mayAskAtOnce: wasHeld || isFirst,
    end: isSettled(payment.status) ? 'settled' : outOfPatience,
  };
}
