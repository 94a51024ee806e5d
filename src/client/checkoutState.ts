import type { ConfigError } from '../errors/ConfigError.ts';
import type { PaymentError } from '../errors/PaymentError.ts';
import type { RequestError } from '../errors/RequestError.ts';
import type { Payment, PreparedPayment } from '../protocol/payment.ts';

/**
 * What the customer sees of one payment: exactly one of these at a time.
 *
 * No state but `succeeded` means *paid*, and only the merchant's backend can bring it about.
 */
export type CheckoutState =
  /**
   * The payment and Stripe.js are on their way. The card field may be there already. `shown`: the payment that was
   * offered before, which is looked at anew. `error`: what the customer is told when it is offered again. `isLeftToClick`: the payment is not asked for yet.
   */
  | {
      state: 'loading';
      payment?: PreparedPayment;
      shown?: PreparedPayment;
      error?: PaymentError;
      isStripeLoaded: boolean;
      isLeftToClick?: boolean;
    }
  /**
   * The customer can pay. `error`: the last click led to nothing that is known, and why. `payment` is missing where it
   * is asked for by the click (`intent="on-pay"`).
   */
  | { state: 'ready'; payment?: PreparedPayment; error?: PaymentError; isUntried: boolean }
  /** The payment is being asked for where that was left to the click; then Stripe is confirming it, 3-D Secure included. The fields stay mounted. */
  | { state: 'confirming'; payment?: PreparedPayment; shown?: PreparedPayment; isUntried: boolean }
  /** The order is being paid in another window: this one follows, and offers nothing. */
  | { state: 'elsewhere'; payment?: PreparedPayment }
  /** The card did not pass; the same payment can be tried with another. */
  | { state: 'declined'; payment: PreparedPayment; error: PaymentError }
  /**
   * The card was taken, or may have been; the backend has not said yet what came of it. `isUnproven`: whether Stripe
   * has got the card at all is not known.
   */
  | { state: 'verifying'; payment: PreparedPayment; isFailureProof: boolean; isUnproven?: boolean }
  /**
   * The backend did not say in time. The card may have been charged: the customer must not pay again.
   *
   * Where `payment.statusAccess` is missing the backend cannot be asked at all: the shop has to tell the customer, and
   * only another `orderId` makes another checkout.
   */
  | { state: 'unknown'; payment: PreparedPayment; isFailureProof: boolean; isUnproven?: boolean }
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

/** One state of the union, by its name. */
export type In<Name extends CheckoutState['state']> = Extract<CheckoutState, { state: Name }>;

/** Tells whether the customer may pay now. */
export function canPay(state: CheckoutState): state is In<'ready' | 'declined' | 'failed'> {
  return state.state === 'ready' || state.state === 'declined' || state.state === 'failed';
}

/** A state in which the backend is followed. */
export type Undecided = In<'verifying' | 'unknown' | 'elsewhere' | 'ready'>;

/** Tells whether a card may have been charged, here or in another window, and nobody has said so yet. */
export function isUndecided(state: CheckoutState): state is Undecided {
  if (state.state === 'ready') return state.error?.code === 'confirmation_lost';
  return state.state === 'verifying' || state.state === 'unknown' || state.state === 'elsewhere';
}
