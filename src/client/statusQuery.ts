import { queryOptions, QueryObserver, type QueryClient } from '@tanstack/react-query';
import type { StatusAccess } from '../protocol/payment.ts';
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

/** The cache key of a payment's status. The token is not part of it: keys are shown in devtools. */
export function statusQueryKey({ url }: Backend, { paymentId }: Pick<StatusAccess, 'paymentId'>) {
  return ['hajiq-checkout', 'payment-status', url, paymentId] as const;
}

/**
 * The query that follows a payment until it settles.
 *
 * The answer of each request is folded into a {@link StatusWatch}, so a failed request loses nothing and the query
 * itself never fails. All who follow the same payment with the same client share one poller.
 *
 * @param patienceMs How long to follow before giving up for now, in milliseconds.
 */
export function statusQueryOptions(backend: Backend, access: StatusAccess, patienceMs = DEFAULT_PATIENCE_MS) {
  return queryOptions<StatusWatch, never, StatusWatch, ReturnType<typeof statusQueryKey>>({
    queryKey: statusQueryKey(backend, access),
    queryFn: async ({ client, queryKey, signal }) => {
      const watch = client.getQueryData<StatusWatch>(queryKey) ?? newStatusWatch;
      const startedAt = performance.now();
      const answer = await readStatus(backend, access, { etag: watch.etag, signal });
      return nextWatch(watch, answer, performance.now() - startedAt, patienceMs);
    },
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : (gapBeforeNext(data) ?? false)),
    // A new follower asks again, with a fresh token perhaps, unless there is nothing more to learn.
    refetchOnMount: ({ state: { data } }) => data?.end !== 'settled',
    refetchOnReconnect: ({ state: { data } }) => data?.end === undefined,
    refetchOnWindowFocus: ({ state: { data } }) => data?.end === undefined,
    retry: false,
    staleTime: 0,
    structuralSharing: false,
  });
}

/** Goes on from what is known with fresh patience; what was found out is kept. */
function renewPatience(client: QueryClient, backend: Backend, access: StatusAccess): void {
  client.setQueryData<StatusWatch>(statusQueryKey(backend, access), (watch) => watch && restartWatch(watch));
}

/** Asks once more after the patience was over, and follows on from there. */
export function checkStatusAgain(client: QueryClient, backend: Backend, access: StatusAccess): Promise<void> {
  renewPatience(client, backend, access);
  return client.refetchQueries({ queryKey: statusQueryKey(backend, access), exact: true });
}

/** Follows a payment, with fresh patience, and tells each answer; the returned function ends it. */
export function followStatus(
  client: QueryClient,
  backend: Backend,
  access: StatusAccess,
  patienceMs: number | undefined,
  onAnswer: (watch: StatusWatch) => void,
): () => void {
  client.mount();
  renewPatience(client, backend, access);
  const observer = new QueryObserver(client, statusQueryOptions(backend, access, patienceMs));
  const unsubscribe = observer.subscribe(({ data }) => {
    if (data !== undefined) onAnswer(data);
  });
  return () => {
    unsubscribe();
    client.unmount();
  };
}
