import type { ConfigError } from '../errors/ConfigError.ts';
import type { PaymentError } from '../errors/PaymentError.ts';
import type { RequestError } from '../errors/RequestError.ts';
import type { Payment, PreparedPayment } from '../protocol/payment.ts';
import type { ConfirmOutcome } from './confirmCard.ts';
import type { OrderPayment } from './createPayment.ts';
import type { StatusWatch } from './statusWatch.ts';

/**
 * What the customer sees of one payment: exactly one of these at a time.
 *
 * No state but `succeeded` means *paid*, and only the merchant's backend can bring it about.
 */
export type CheckoutState =
  /** The payment and Stripe.js are on their way. The card field may be there already. */
  | { state: 'loading'; payment?: PreparedPayment; isStripeLoaded: boolean }
  /** The card can be paid with. `error`: the last click sent nothing, and why. */
  | { state: 'ready'; payment: PreparedPayment; error?: PaymentError }
  /** Stripe is confirming the card, 3-D Secure included. The field stays mounted. */
  | { state: 'confirming'; payment: PreparedPayment; wasDeclined: boolean }
  /** The card did not pass; the same payment can be tried with another. */
  | { state: 'declined'; payment: PreparedPayment; error: PaymentError }
  /** The card was taken, or may have been; the backend has not said yet what came of it. */
  | { state: 'verifying'; payment: PreparedPayment; isFailureProof: boolean }
  /** The backend did not say in time. The card may have been charged: the customer must not pay again. */
  | { state: 'unknown'; payment: PreparedPayment; isFailureProof: boolean }
  /** The backend says: paid. */
  | { state: 'succeeded'; payment: Payment }
  /** The backend says: this attempt failed. The payment can be tried again. */
  | { state: 'failed'; payment: PreparedPayment }
  /** The backend says: withdrawn by the merchant. */
  | { state: 'cancelled'; payment: Payment }
  /** The backend says: the money went back. */
  | { state: 'refunded'; payment: Payment }
  /** Nothing can be paid here now. */
  | { state: 'unavailable'; error: ConfigError | RequestError };

/** What can happen to a checkout. */
export type CheckoutEvent =
  | { type: 'payment-received'; received: OrderPayment }
  | { type: 'stripe-loaded' }
  | { type: 'load-failed'; error: ConfigError | RequestError }
  | { type: 'retry' }
  | { type: 'pay' }
  | { type: 'confirmed'; outcome: ConfirmOutcome }
  | { type: 'watched'; watch: StatusWatch }
  | { type: 'check-again' };

export const initialState: CheckoutState = { state: 'loading', isStripeLoaded: false };

/** Tells whether the customer may pay now. */
export function canPay(
  state: CheckoutState,
): state is Extract<CheckoutState, { state: 'ready' | 'declined' | 'failed' }> {
  return state.state === 'ready' || state.state === 'declined' || state.state === 'failed';
}

function receive(state: CheckoutState, received: OrderPayment): CheckoutState {
  if (received.kind === 'settled') return toSettled(received.payment) ?? state;
  if (state.state !== 'loading') return state;
  const { payment } = received;
  return state.isStripeLoaded ? { state: 'ready', payment } : { ...state, payment };
}

function toSettled(payment: Payment): CheckoutState | undefined {
  const { status } = payment;
  return status === 'succeeded' || status === 'cancelled' || status === 'refunded'
    ? { state: status, payment }
    : undefined;
}

function confirm(
  state: Extract<CheckoutState, { state: 'confirming' }>,
  outcome: ConfirmOutcome,
): CheckoutState {
  const { payment, wasDeclined } = state;
  switch (outcome.kind) {
    case 'not-attempted':
      return { state: 'ready', payment, error: outcome.error };
    case 'declined':
      return { state: 'declined', payment, error: outcome.error };
    case 'misconfigured':
      return { state: 'unavailable', error: outcome.error };
    case 'accepted':
      // A `failed` from the backend is about this attempt only if the bank had not answered yet and no attempt
      // went before it; otherwise it may be the late news of an earlier decline.
      return {
        state: 'verifying',
        payment,
        isFailureProof: outcome.intentStatus === 'processing' && !wasDeclined,
      };
    case 'unproven':
      return { state: 'verifying', payment, isFailureProof: false };
  }
}

function watched(
  state: Extract<CheckoutState, { state: 'verifying' | 'unknown' }>,
  watch: StatusWatch,
): CheckoutState {
  const { payment, isFailureProof } = state;
  const settled = watch.payment && toSettled(watch.payment);
  if (settled !== undefined) return settled;
  if (watch.payment?.status === 'failed' && isFailureProof) return { state: 'failed', payment };
  return state.state === 'verifying' && watch.end !== undefined ? { ...state, state: 'unknown' } : state;
}

/**
 * Moves a checkout from one state to the next. Pure; an event that cannot happen in a state changes nothing.
 */
export function reduceCheckout(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  switch (event.type) {
    case 'payment-received':
      return receive(state, event.received);
    case 'stripe-loaded':
      if (state.state !== 'loading') return state;
      return state.payment === undefined
        ? { ...state, isStripeLoaded: true }
        : { state: 'ready', payment: state.payment };
    case 'load-failed':
      return state.state === 'loading' ? { state: 'unavailable', error: event.error } : state;
    case 'retry':
      return state.state === 'unavailable' ? initialState : state;
    case 'pay':
      return canPay(state)
        ? {
            state: 'confirming',
            payment: state.payment,
            wasDeclined: state.state !== 'ready' || state.payment.status === 'failed',
          }
        : state;
    case 'confirmed':
      return state.state === 'confirming' ? confirm(state, event.outcome) : state;
    case 'watched':
      return state.state === 'verifying' || state.state === 'unknown' ? watched(state, event.watch) : state;
    case 'check-again':
      return state.state === 'unknown' ? { ...state, state: 'verifying' } : state;
  }
}
