import type { QueryClient } from '@tanstack/react-query';
import type { StatusAccess } from '../protocol/payment.ts';
import type { Backend } from './Backend.ts';
import { loadQueryClient } from './loadQueryClient.ts';
import { followStatus } from './statusQuery.ts';
import { DEFAULT_PATIENCE_MS, newStatusWatch, type StatusWatch } from './statusWatch.ts';

interface Following {
  backend: Backend;
  /** Where the statuses are kept; one is loaded where the page has none. */
  queryClient?: QueryClient;
  patienceMs?: number;
  onAnswer: (watch: StatusWatch) => void;
}

/** Follows one payment at a time, or waits as long where there is nobody to ask. */
export function statusFollower({ backend, queryClient, patienceMs, onAnswer }: Following) {
  let stop: (() => void) | undefined;

  const getClient = () => (queryClient === undefined ? loadQueryClient() : Promise.resolve(queryClient));

  function awaitNothing(): () => void {
    const end = () => onAnswer({ ...newStatusWatch, end: 'out-of-patience' });
    const timer = setTimeout(end, patienceMs ?? DEFAULT_PATIENCE_MS);
    return () => clearTimeout(timer);
  }

  async function begin(access: StatusAccess | undefined): Promise<() => void> {
    if (access === undefined) return awaitNothing();
    try {
      return followStatus(await getClient(), backend, access, patienceMs, onAnswer);
    } catch {
      return awaitNothing();
    }
  }

  return {
    /** Gets what is needed to follow before it is: the customer may be in a tunnel by then. */
    prepare(): void {
      getClient().catch(() => {});
    },

    /** Follows, unless it does already. */
    follow(access: StatusAccess | undefined): void {
      if (stop !== undefined) return;
      const begun = begin(access);
      stop = () => void begun.then((end) => end());
    },

    stop(): void {
      stop?.();
      stop = undefined;
    },
  };
}
