import type { QueryClient } from '@tanstack/react-query';
import type { StatusAccess } from '../protocol/payment.ts';
import type { Backend } from './Backend.ts';
import { followStatus } from './statusQuery.ts';
import { DEFAULT_PATIENCE_MS, newStatusWatch, type StatusWatch } from './statusWatch.ts';

interface Following {
  backend: Backend;
  queryClient: QueryClient;
  patienceMs?: number;
  onAnswer: (watch: StatusWatch) => void;
}

/** Follows one payment at a time, or waits as long where there is no status to ask for. */
export function statusFollower({ backend, queryClient, patienceMs, onAnswer }: Following) {
  let stop: (() => void) | undefined;

  function awaitNothing(): () => void {
    const end = () => onAnswer({ ...newStatusWatch, end: 'out-of-patience' });
    const timer = setTimeout(end, patienceMs ?? DEFAULT_PATIENCE_MS);
    return () => clearTimeout(timer);
  }

  return {
    /** Follows, unless it does already. */
    follow(access: StatusAccess | undefined): void {
      stop ??=
        access === undefined
          ? awaitNothing()
          : followStatus(queryClient, backend, access, patienceMs, onAnswer);
    },

    stop(): void {
      stop?.();
      stop = undefined;
    },
  };
}
