import { queryOptions } from '@tanstack/react-query';
import { toFollowedStatus, type FollowedStatus } from '../client/followedStatus.ts';
import { readStatus } from '../client/readStatus.ts';
import {
  DEFAULT_PATIENCE_MS,
  gapBeforeNext,
  newStatusWatch,
  nextWatch,
  type StatusWatch,
} from '../client/statusWatch.ts';

export interface PaymentStatusQueryOptions {
  /** Where the HajiQ handler is mounted, `/api/hajiq` for example. */
  backendUrl: string;
  paymentId: string;
  /** The payment's bearer token. It is not part of the query's key, which devtools show. */
  statusToken: string;
  /** How long to follow before the state becomes `unknown`, in milliseconds. Defaults to 60,000. */
  patienceMs?: number;
  /** Calls the merchant's backend. Defaults to the global `fetch`. */
  fetch?: typeof fetch;
}

/**
 * Makes the options of a query that follows a payment until its HajiQ status settles, for `useQuery`, a prefetch or a
 * loader. Its `data` is what `usePaymentStatus` tells; only `succeeded` means *paid*. It never fails: an error is
 * part of what is known.
 *
 * @example
 * const { data } = useQuery(paymentStatusQuery({ backendUrl: '/api/hajiq', paymentId, statusToken }));
 * if (data?.state === 'succeeded') return <p>Paid. Thank you!</p>;
 */
export function paymentStatusQuery({
  backendUrl,
  paymentId,
  statusToken,
  patienceMs = DEFAULT_PATIENCE_MS,
  fetch,
}: PaymentStatusQueryOptions) {
  const queryKey = ['hajiq-checkout', 'payment-status', backendUrl, paymentId] as const;
  return queryOptions<StatusWatch, never, FollowedStatus, typeof queryKey>({
    queryKey,
    queryFn: async ({ client, signal }) => {
      const watch = client.getQueryData<StatusWatch>(queryKey) ?? newStatusWatch;
      const startedAt = performance.now();
      const backend = { url: backendUrl, fetch };
      const answer = await readStatus(backend, { paymentId, statusToken }, { etag: watch.etag, signal });
      return nextWatch(watch, answer, performance.now() - startedAt, patienceMs);
    },
    select: toFollowedStatus,
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : (gapBeforeNext(data) ?? false)),
    refetchIntervalInBackground: false,
    refetchOnMount: ({ state: { data } }) => data?.end !== 'settled',
    refetchOnReconnect: ({ state: { data } }) => data?.end === undefined,
    refetchOnWindowFocus: ({ state: { data } }) => data?.end === undefined,
    networkMode: 'online',
    retry: false,
    staleTime: 0,
    structuralSharing: false,
  });
}
