import { useContext, useEffect, useSyncExternalStore } from 'react';
import type { Checkout } from '../client/createCheckout.ts';
import { fromCheckoutState, toFollowedStatus, type FollowedStatus } from '../client/followedStatus.ts';
import { statusFollowing } from '../client/statusFollowing.ts';
import { ConfigError } from '../errors/ConfigError.ts';
import { CheckoutContext } from './CheckoutContext.ts';

export interface UsePaymentStatusOptions {
  /** Where the HajiQ handler is mounted, `/api/hajiq` for example. */
  backendUrl: string;
  paymentId: string;
  /** The payment's bearer token. Keep it out of URLs; the router's state or session storage is a place for it. */
  statusToken: string;
  /** How long to follow before the state becomes `unknown`, in milliseconds. Defaults to 60,000. May change. */
  patienceMs?: number;
  /** Calls the merchant's backend. Defaults to the global `fetch`. May change. */
  fetch?: typeof fetch;
}

/** What is known of the payment, as a tagged union, and a way to ask once more. */
export type PaymentStatusValue = FollowedStatus & {
  /** Asks the backend again. For the states `unknown` and `unavailable`. */
  checkAgain: () => void;
};

const unsubscribed = () => () => {};
const nothing = () => undefined;

/** Reads the nearest checkout's own status, when it is asked for. */
function useCheckoutStatus(checkout: Checkout | undefined): PaymentStatusValue | undefined {
  const read = () => checkout?.getSnapshot().state;
  const state = useSyncExternalStore(checkout?.subscribe ?? unsubscribed, read, read);
  return checkout && state && { ...fromCheckoutState(state), checkAgain: checkout.checkAgain };
}

/** Follows one payment, when there is one to follow. */
function useFollowedStatus(options: UsePaymentStatusOptions | undefined): PaymentStatusValue | undefined {
  const following = options && statusFollowing({ url: options.backendUrl }, options.paymentId);
  // Before the effect that subscribes: the first question is asked with it.
  useEffect(() => {
    if (options !== undefined) following?.setAsking(options);
  });
  const watch = useSyncExternalStore(
    following?.subscribe ?? unsubscribed,
    following?.getWatch ?? nothing,
    nothing,
  );
  return following && { ...toFollowedStatus(watch), checkAgain: following.askAgain };
}

/**
 * Follows a payment on the merchant's backend until its HajiQ status settles, and then asks no more.
 *
 * With options it follows that payment, wherever it is rendered: on a confirmation page, with the `access` that
 * `onSucceeded` was given. Without, it tells what the nearest `<HajiqCheckout>` is following. However many follow the
 * same payment, one asks. A backend that can hold the request answers with the webhook; any other is polled with
 * growing gaps. It pauses while the browser is offline or the tab hidden. Only `succeeded` means *paid*.
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
