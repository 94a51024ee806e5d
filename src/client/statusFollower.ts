import type { StatusAccess } from '../protocol/payment.ts';
import type { Backend } from './Backend.ts';
import { statusFollowing } from './statusFollowing.ts';
import { DEFAULT_PATIENCE_MS, newStatusWatch, type StatusWatch } from './statusWatch.ts';

interface Following {
  backend: Backend;
  patienceMs?: number;
  onAnswer: (watch: StatusWatch) => void;
}

/** Follows one payment at a time, or waits as long where there is no status to ask for. */
export function statusFollower({ backend, patienceMs, onAnswer }: Following) {
  let stop: (() => void) | undefined;

  function awaitNothing(): () => void {
    const end = () => onAnswer({ ...newStatusWatch, end: 'out-of-patience' });
    const timer = setTimeout(end, patienceMs ?? DEFAULT_PATIENCE_MS);
    return () => clearTimeout(timer);
  }

  function begin({ paymentId, statusToken }: StatusAccess): () => void {
    const following = statusFollowing(backend, paymentId);
    following.setAsking({ statusToken, fetch: backend.fetch, patienceMs });
    let isStopped = false;
    const tell = () => {
      const watch = following.getWatch();
      if (watch !== undefined && !isStopped) onAnswer(watch);
    };
    const unsubscribe = following.subscribe(tell);
    // What another one on the page has found out already; not before this one is in its place.
    queueMicrotask(tell);
    return () => {
      isStopped = true;
      unsubscribe();
    };
  }

  return {
    /** Follows with fresh patience, unless it does already. */
    follow(access: StatusAccess | undefined): void {
      stop ??= access === undefined ? awaitNothing() : begin(access);
    },

    stop(): void {
      stop?.();
      stop = undefined;
    },
  };
}
