import { QueryClientContext, QueryObserver, type QueryClient } from '@tanstack/react-query';
import { useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Checkout } from '../client/createCheckout.ts';
import { fromCheckoutState, toFollowedStatus, type FollowedStatus } from '../client/followedStatus.ts';
import { loadQueryClient } from '../client/loadQueryClient.ts';
import { checkStatusAgain, statusQueryOptions } from '../client/statusQuery.ts';
import { ConfigError } from '../errors/ConfigError.ts';
import { CheckoutContext } from './CheckoutContext.ts';

export interface UsePaymentStatusOptions {
  /** Where the HajiQ handler is mounted, `/api/hajiq` for example. */
  backendUrl: string;
  paymentId: string;
  /** The payment's bearer token. Keep it out of URLs; the router's state or session storage is a place for it. */
  statusToken: string;
  /** How long to follow before the state becomes `unknown`, in milliseconds. Defaults to 60,000. */
  patienceMs?: number;
  /** Where the status is kept; all hooks with the same client share one poller. Defaults to the client of the page around it, or one of its own. Read once. */
  queryClient?: QueryClient;
  /** Defaults to the global `fetch`. */
  fetch?: typeof fetch;
}

/** What is known of the payment, as a tagged union, and a way to ask once more. */
export type PaymentStatusValue = FollowedStatus & {
  /** Asks the backend again. For the states `unknown` and `unavailable`. */
  checkAgain: () => void;
};

const unsubscribed = () => () => {};

/** Reads the nearest checkout's own status, when it is asked for. */
function useCheckoutStatus(checkout: Checkout | undefined): PaymentStatusValue | undefined {
  const read = () => checkout?.getSnapshot().state;
  const state = useSyncExternalStore(checkout?.subscribe ?? unsubscribed, read, read);
  return checkout && state && { ...fromCheckoutState(state), checkAgain: checkout.checkAgain };
}

interface StatusClient {
  /** Undefined until it is there. */
  client?: QueryClient;
  /** Whether it could not be loaded. */
  isMissing: boolean;
  load: () => void;
}

/** Finds the client that is given, or the page's, or loads one. */
function useStatusClient(options: UsePaymentStatusOptions | undefined): StatusClient {
  const hostClient = useContext(QueryClientContext);
  const [client, setClient] = useState(options?.queryClient ?? hostClient);
  const [isMissing, setMissing] = useState(false);
  const isWanted = options !== undefined && client === undefined;

  const load = useCallback(() => void loadQueryClient().then(setClient, () => setMissing(true)), []);
  useEffect(() => {
    if (isWanted) load();
  }, [isWanted, load]);
  useEffect(() => {
    client?.mount();
    return () => client?.unmount();
  }, [client]);
  return { client, isMissing, load };
}

/** Follows one payment, when there is one to follow. */
function useFollowedStatus(options: UsePaymentStatusOptions | undefined): PaymentStatusValue | undefined {
  const { client, isMissing, load } = useStatusClient(options);
  const backend = { url: options?.backendUrl ?? '', fetch: options?.fetch };
  const access = { paymentId: options?.paymentId ?? '', statusToken: options?.statusToken ?? '' };
  const query = {
    ...statusQueryOptions(backend, access, options?.patienceMs),
    enabled: options !== undefined,
  };
  // Not `useQuery`: a query that never fails needs none of its suspense and error boundaries, which every page would
  // download. The data alone is read: a poll that brings nothing new renders nothing.
  // A client that comes later makes the observer then, in the same render that first reads from it.
  const [observer, setObserver] = useState(() => client && new QueryObserver(client, query));
  if (observer === undefined && client !== undefined) setObserver(new QueryObserver(client, query));
  useEffect(() => observer?.setOptions(query));
  const read = () => client?.getQueryData(query.queryKey);
  const watch = useSyncExternalStore(observer?.subscribe ?? unsubscribed, read, read);
  if (options === undefined) return undefined;
  if (client === undefined) return { state: isMissing ? 'unknown' : 'loading', checkAgain: load };
  return { ...toFollowedStatus(watch), checkAgain: () => void checkStatusAgain(client, backend, access) };
}

/**
 * Follows a payment on the merchant's backend until its HajiQ status settles, and then asks no more.
 *
 * With options it follows that payment, wherever it is rendered: on a confirmation page, with the `access` that
 * `onSucceeded` was given. Without, it tells what the nearest `<HajiqCheckout>` is following. A backend that can hold
 * the request answers with the webhook; any other is polled with growing gaps. It pauses while the browser is
 * offline or the tab hidden. Only `succeeded` means *paid*.
 *
 * @throws {ConfigError} `missing_provider` when it is given no options outside of `<HajiqCheckout>`.
 *
 * @example
 * const status = usePaymentStatus({ backendUrl: '/api/hajiq', paymentId, statusToken });
 * if (status.state === 'succeeded') return <p>Paid. Thank you!</p>;
 */
export function usePaymentStatus(options?: UsePaymentStatusOptions): PaymentStatusValue {
  const checkout = useContext(CheckoutContext);
  const followed = useFollowedStatus(options);
  const ofCheckout = useCheckoutStatus(options === undefined ? checkout : undefined);
  const status = followed ?? ofCheckout;
  if (status === undefined) throw new ConfigError('missing_provider');
  return status;
}
