import type { Backend } from './Backend.ts';
import { readStatus } from './readStatus.ts';
import {
  DEFAULT_PATIENCE_MS,
  gapBeforeNext,
  newStatusWatch,
  nextWatch,
  restartWatch,
  type StatusWatch,
} from './statusWatch.ts';

/** How a payment is asked for; the latest that was given counts. */
interface StatusAsking {
  statusToken: string;
  /** Defaults to the global `fetch`. */
  fetch?: typeof fetch;
  /** How long to follow before giving up for now, in milliseconds. */
  patienceMs?: number;
}

/** One payment that is followed, by however many on the page. */
export type StatusFollowing = ReturnType<typeof createFollowing>;

/** Whether nobody looks, or nobody can be asked. */
const isAway = () => document.visibilityState === 'hidden' || !navigator.onLine;

/** Tells whether two watches look the same to a customer: how long was waited is not shown. */
const looksSame = (a: StatusWatch | undefined, b: StatusWatch | undefined) =>
  a?.payment === b?.payment && a?.end === b?.end && a?.error === b?.error;

function createFollowing(url: string, paymentId: string) {
  let asking: StatusAsking = { statusToken: '' };
  let watch: StatusWatch | undefined;
  let shown: StatusWatch | undefined;
  let request: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A question that fell due while the page was away. */
  let isDue = false;
  const followers = new Set<() => void>();

  function set(next: StatusWatch): void {
    const isNews = watch === undefined || !looksSame(shown, next);
    watch = next;
    if (!isNews) return;
    shown = next;
    followers.forEach((notify) => notify());
  }

  async function ask(): Promise<void> {
    if (request !== undefined || followers.size === 0) return;
    isDue = isAway();
    if (isDue) return;
    const controller = new AbortController();
    request = controller;
    const before = watch ?? newStatusWatch;
    const startedAt = performance.now();
    const backend: Backend = { url, fetch: asking.fetch };
    const access = { paymentId, statusToken: asking.statusToken };
    const { signal } = controller;
    const answer = await readStatus(backend, access, { etag: before.etag, signal }).catch(
      (error: unknown) => {
        if (!signal.aborted) throw error;
      },
    );
    if (answer === undefined) return;
    request = undefined;
    const tookMs = performance.now() - startedAt;
    set(nextWatch(before, answer, tookMs, asking.patienceMs ?? DEFAULT_PATIENCE_MS));
    askLater();
  }

  function askLater(): void {
    const gap = watch && gapBeforeNext(watch);
    if (gap !== undefined && followers.size > 0) timer = setTimeout(() => void ask(), gap);
  }

  /** Ends what is under way, so that another question can follow at once. */
  function interrupt(): void {
    request?.abort();
    request = undefined;
    clearTimeout(timer);
  }

  function onWake(): void {
    if (isDue) void ask();
  }

  /** Asks at once, with fresh patience; what was found out is kept, and what is settled is settled. */
  function askAgain(): void {
    if (watch?.end === 'settled') return;
    interrupt();
    if (watch !== undefined) set(restartWatch(watch));
    void ask();
  }

  function begin(): void {
    addEventListener('online', onWake);
    document.addEventListener('visibilitychange', onWake);
    askAgain();
  }

  function end(): void {
    removeEventListener('online', onWake);
    document.removeEventListener('visibilitychange', onWake);
    interrupt();
  }

  return {
    /** What is known; undefined until the first answer. A new value where something is new to a customer. */
    getWatch: () => shown,

    /** Says how to ask from now on. */
    setAsking(next: StatusAsking): void {
      asking = next;
    },

    /** Follows the payment for as long as somebody does; the returned function ends it for this one. */
    subscribe(notify: () => void): () => void {
      followers.add(notify);
      if (followers.size === 1) begin();
      else if (watch?.end !== undefined) askAgain();
      return () => {
        if (followers.delete(notify) && followers.size === 0) end();
      };
    },

    askAgain,
  };
}

const followings = new Map<string, StatusFollowing>();

/**
 * Returns the one following of a payment: all on the page who follow it share its questions and its answers.
 *
 * It asks as {@link gapBeforeNext} says, and not at all while the page is hidden or offline; a question that fell due
 * meanwhile is asked once when it is back.
 */
export function statusFollowing({ url }: Pick<Backend, 'url'>, paymentId: string): StatusFollowing {
  const key = JSON.stringify([url, paymentId]);
  const following = followings.get(key) ?? createFollowing(url, paymentId);
  followings.set(key, following);
  return following;
}
