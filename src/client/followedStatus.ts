import type { RequestError } from '../errors/RequestError.ts';
import type { Payment } from '../protocol/payment.ts';
import type { CheckoutState } from './checkoutState.ts';
import type { StatusWatch } from './statusWatch.ts';

/** What is known of a payment that is being followed: the words of {@link CheckoutState}, as far as they apply. */
export type FollowedStatus =
  /** There is nothing to follow yet: the customer has not paid. */
  | { state: 'idle' }
  /** The first answer is on its way. */
  | { state: 'loading' }
  /** The backend has answered, and it is not settled. A `failed` inside may still be overtaken by a later success. */
  | { state: 'verifying'; payment?: Payment }
  | { state: 'succeeded' | 'cancelled' | 'refunded'; payment: Payment }
  /**
   * It did not settle in time. The card may have been charged: ask again, and do not offer to pay again. A `failed`
   * inside is the end of an attempt; it does not prove that no later one succeeded.
   */
  | { state: 'unknown'; payment?: Payment }
  /** The backend will not tell. */
  | { state: 'unavailable'; error: RequestError };

/** Says what a watch has found out. */
export function toFollowedStatus(watch: StatusWatch | undefined): FollowedStatus {
  if (watch === undefined) return { state: 'loading' };
  const { payment, end, error } = watch;
  const status = payment?.status;
  if (payment !== undefined && (status === 'succeeded' || status === 'cancelled' || status === 'refunded')) {
    return { state: status, payment };
  }
  if (end === 'refused' && error !== undefined) return { state: 'unavailable', error };
  if (end === undefined)
    return payment === undefined && error === undefined
      ? { state: 'loading' }
      : { state: 'verifying', payment };
  return { state: 'unknown', payment };
}

/** Says what a checkout has found out since the customer paid. */
export function fromCheckoutState(checkout: CheckoutState): FollowedStatus {
  switch (checkout.state) {
    case 'succeeded':
    case 'cancelled':
    case 'refunded':
      return { state: checkout.state, payment: checkout.payment };
    case 'verifying':
    case 'unknown':
      return { state: checkout.state };
    default:
      return { state: 'idle' };
  }
}
