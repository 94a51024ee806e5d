import type { ConfigError } from '../errors/ConfigError.ts';
import type { PaymentError } from '../errors/PaymentError.ts';
import type { RequestError } from '../errors/RequestError.ts';
import type { Payment, PreparedPayment } from '../protocol/payment.ts';
import { isSettled } from '../protocol/paymentStatus.ts';
import type { AcceptedOutcome, ConfirmOutcome } from './confirmCard.ts';
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
  /** The card can be paid with. `error`: the last click led to nothing that is known, and why. */
  | { state: 'ready'; payment: PreparedPayment; error?: PaymentError; isUntried: boolean }
  /** Stripe is confirming the card, 3-D Secure included. The field stays mounted. */
  | { state: 'confirming'; payment: PreparedPayment; isUntried: boolean }
  /** The order is being paid in another window: this one follows, and offers nothing. */
  | { state: 'elsewhere'; payment: PreparedPayment }
  /** The card did not pass; the same payment can be tried with another. */
  | { state: 'declined'; payment: PreparedPayment; error: PaymentError }
  /** The card was taken, or may have been; the backend has not said yet what came of it. */
  | { state: 'verifying'; payment: PreparedPayment; isFailureProof: boolean }
  /**
   * The backend did not say in time. The card may have been charged: the customer must not pay again.
   *
   * Where `payment.statusAccess` is missing the backend cannot be asked at all: the shop has to tell the customer, and
   * only another `orderId` makes another checkout.
   */
  | { state: 'unknown'; payment: PreparedPayment; isFailureProof: boolean }
  /** The backend says: paid. */
  | { state: 'succeeded'; payment: Payment }
  /** The backend says: this attempt failed, and there was no other. The payment can be tried again. */
  | { state: 'failed'; payment: PreparedPayment }
  /** The backend says: withdrawn by the merchant. */
  | { state: 'cancelled'; payment: Payment }
  /** The backend says: the money went back. */
  | { state: 'refunded'; payment: Payment }
  /** Nothing can be paid here now. `isUncharged`: the customer has clicked, and Stripe refused before any attempt. */
  | { state: 'unavailable'; error: ConfigError | RequestError; isUncharged?: boolean };

/** What can happen to a checkout. */
export type CheckoutEvent =
  /** `wasSubmitted`: this tab has submitted a card for the order when its backend could not be asked. */
  | { type: 'payment-received'; received: OrderPayment; wasSubmitted?: boolean }
  | { type: 'stripe-loaded' }
  /** Stripe was asked whether a card was taken for this payment before. */
  | { type: 'intent-read'; accepted: AcceptedOutcome | undefined }
  | { type: 'load-failed'; error: ConfigError | RequestError }
  | { type: 'retry' }
  | { type: 'pay' }
  | { type: 'confirmed'; outcome: ConfirmOutcome }
  | { type: 'watched'; watch: StatusWatch }
  | { type: 'check-again' };

type In<Name extends CheckoutState['state']> = Extract<CheckoutState, { state: Name }>;

export const initialState: CheckoutState = { state: 'loading', isStripeLoaded: false };

/** Tells whether the customer may pay now. */
export function canPay(state: CheckoutState): state is In<'ready' | 'declined' | 'failed'> {
  return state.state === 'ready' || state.state === 'declined' || state.state === 'failed';
}

/** Tells whether a card may have been charged and nobody has said so yet. */
export function isUndecided(state: CheckoutState): state is In<'verifying' | 'unknown' | 'ready'> {
  if (state.state === 'ready') return state.error?.code === 'confirmation_lost';
  return state.state === 'verifying' || state.state === 'unknown';
}

/** Leaves the loading state when all is there that has to be. */
function load({ payment, isStripeLoaded }: In<'loading'>): CheckoutState {
  if (payment === undefined || !isStripeLoaded) return { state: 'loading', payment, isStripeLoaded };
  if (isSettled(payment.status)) return { state: 'verifying', payment, isFailureProof: false };
  // Somebody may have paid a payment that was there before: Stripe is asked first.
  if (!payment.isNew) return { state: 'loading', payment, isStripeLoaded };
  return { state: 'ready', payment, isUntried: true };
}

function toSettled(payment: Payment): CheckoutState | undefined {
  const { status } = payment;
  return isSettled(status) ? { state: status, payment } : undefined;
}

function confirm({ payment, isUntried }: In<'confirming'>, outcome: ConfirmOutcome): CheckoutState {
  switch (outcome.kind) {
    case 'not-attempted':
      return { state: 'ready', payment, error: outcome.error, isUntried };
    case 'lost':
      return { state: 'ready', payment, error: outcome.error, isUntried: false };
    case 'declined':
      return { state: 'declined', payment, error: outcome.error };
    case 'misconfigured':
      return { state: 'unavailable', error: outcome.error, isUncharged: isUntried };
    case 'accepted':
      // A `failed` from the backend is about this attempt only if the bank had not answered yet and no attempt
      // went before it; otherwise it may be the late news of an earlier decline.
      return {
        state: 'verifying',
        payment,
        isFailureProof: outcome.intentStatus === 'processing' && isUntried,
      };
    case 'unproven':
      return { state: 'verifying', payment, isFailureProof: false };
  }
}

function watched(state: In<'verifying' | 'unknown' | 'ready'>, watch: StatusWatch): CheckoutState {
  const settled = watch.payment && toSettled(watch.payment);
  if (settled !== undefined) return settled;
  if (state.state === 'ready') return state;
  const { payment, isFailureProof } = state;
  if (watch.payment?.status === 'failed' && isFailureProof) return { state: 'failed', payment };
  return state.state === 'verifying' && watch.end !== undefined ? { ...state, state: 'unknown' } : state;
}

/**
 * Moves a checkout from one state to the next. Pure; an event that cannot happen in a state changes nothing.
 */
export function reduceCheckout(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  switch (event.type) {
    case 'payment-received': {
      if (state.state !== 'loading') return state;
      if (event.received.kind === 'settled') return toSettled(event.received.payment) ?? state;
      const { payment } = event.received;
      return event.wasSubmitted === true && payment.statusAccess === undefined
        ? { state: 'unknown', payment, isFailureProof: false }
        : load({ ...state, payment });
    }
    case 'stripe-loaded':
      return state.state === 'loading' ? load({ ...state, isStripeLoaded: true }) : state;
    case 'intent-read': {
      if (state.state !== 'loading' || state.payment === undefined) return state;
      const { payment } = state;
      if (event.accepted !== undefined) return { state: 'verifying', payment, isFailureProof: false };
      return { state: 'ready', payment, isUntried: false };
    }
    case 'load-failed':
      return state.state === 'loading' ? { state: 'unavailable', error: event.error } : state;
    case 'retry':
      return state.state === 'unavailable' ? initialState : state;
    case 'pay':
      if (!canPay(state)) return state;
      return {
        state: 'confirming',
        payment: state.payment,
        isUntried: state.state === 'ready' && state.isUntried && state.payment.status !== 'failed',
      };
    case 'confirmed':
      return state.state === 'confirming' ? confirm(state, event.outcome) : state;
    case 'watched':
      return isUndecided(state) ? watched(state, event.watch) : state;
    case 'check-again':
      return state.state === 'unknown' ? { ...state, state: 'verifying' } : state;
  }
}
