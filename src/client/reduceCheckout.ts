import type { ConfigError } from '../errors/ConfigError.ts';
import { PaymentError } from '../errors/PaymentError.ts';
import type { RequestError } from '../errors/RequestError.ts';
import { isSameMoney, type Money } from '../protocol/money.ts';
import type { Payment, PreparedPayment } from '../protocol/payment.ts';
import { isSettled } from '../protocol/paymentStatus.ts';
import { canPay, isUndecided, type CheckoutState, type In, type Undecided } from './checkoutState.ts';
import type { ConfirmOutcome } from './confirmOutcome.ts';
import type { OrderPayment } from './createPayment.ts';
import type { StatusWatch } from './statusWatch.ts';

/** What can happen to a checkout. */
export type CheckoutEvent =
  /** The payment is asked for by the click: there is nothing to load but Stripe.js. */
  | { type: 'left-to-click' }
  /**
   * `wasSubmitted`: this tab has submitted a card for the order when its backend could not be asked. `pageTotal`:
   * what the customer was shown as the price before the backend had said it.
   */
  | { type: 'payment-received'; received: OrderPayment; wasSubmitted?: boolean; pageTotal?: Money }
  | { type: 'stripe-loaded' }
  /** Stripe was asked what became of this payment before. `outcome`: what a return from a bank's page is to tell. */
  | { type: 'intent-read'; outcome: ConfirmOutcome | undefined; pageTotal?: Money }
  | { type: 'load-failed'; error: ConfigError | RequestError }
  /** Stripe will not show the fields: the set-up is wrong. */
  | { type: 'fields-failed'; error: ConfigError }
  | { type: 'retry' }
  /** What was offered may be out of date: the page was asleep, or another window has news. */
  | { type: 'revalidate' }
  /** The page shows another amount than the payment was asked for. */
  | { type: 'amount-changed' }
  /** `asksFirst`: the payment is asked for by this click. */
  | { type: 'pay'; asksFirst?: boolean }
  | { type: 'confirmed'; outcome: ConfirmOutcome }
  /** Another window has submitted a card for the order, and its backend cannot be asked. */
  | { type: 'submitted-elsewhere' }
  /** Another window pays for the order no longer. */
  | { type: 'freed' }
  | { type: 'watched'; watch: StatusWatch }
  /** Stripe, asked again, says that the payment is open still. */
  | { type: 'found-open'; error: PaymentError }
  | { type: 'check-again' };

export const initialState: CheckoutState = { state: 'loading', isStripeLoaded: false };

/** Says so where the price is not what the customer was shown; unknown prices cannot be compared. */
function findChange(shown: Money | undefined, { money }: PreparedPayment): PaymentError | undefined {
  if (shown === undefined || money === undefined || isSameMoney(shown, money)) return undefined;
  return new PaymentError('amount_changed', {
    customerMessage: 'The total has changed. Please check it before you pay.',
  });
}

/** Leaves the loading state when all is there that has to be. */
function load(state: In<'loading'>, pageTotal?: Money): CheckoutState {
  const { payment, isStripeLoaded, isLeftToClick = false } = state;
  if (isLeftToClick && isStripeLoaded) return { state: 'ready', isUntried: true };
  if (payment === undefined || !isStripeLoaded) return state;
  if (isSettled(payment.status)) return { state: 'verifying', payment, isFailureProof: false };
  // Somebody may have paid a payment that was there before: Stripe is asked first.
  if (!payment.isNew) return state;
  const error = findChange(state.shown?.money ?? pageTotal, payment) ?? state.error;
  return { state: 'ready', payment, error, isUntried: true };
}

function toSettled(payment: Payment): CheckoutState | undefined {
  const { status } = payment;
  return isSettled(status) ? { state: status, payment } : undefined;
}

/** The payment that the click has asked for is there: it is confirmed, unless its price is not what was shown. */
function goOn(payment: PreparedPayment, shown: Money | undefined): CheckoutState {
  if (isSettled(payment.status)) return { state: 'verifying', payment, isFailureProof: false };
  const isUntried = payment.isNew;
  const error = findChange(shown, payment);
  return error === undefined
    ? { state: 'confirming', payment, isUntried }
    : { state: 'ready', payment, error, isUntried };
}

function receive(
  state: CheckoutState,
  { received, wasSubmitted = false, pageTotal }: Extract<CheckoutEvent, { type: 'payment-received' }>,
): CheckoutState {
  const isAwaited =
    state.state === 'loading' || (state.state === 'confirming' && state.payment === undefined);
  if (!isAwaited) return state;
  if (received.kind === 'settled') return toSettled(received.payment) ?? state;
  const { payment } = received;
  if (wasSubmitted && payment.statusAccess === undefined)
    return { state: 'unknown', payment, isFailureProof: false };
  return state.state === 'confirming'
    ? goOn(payment, state.shown?.money ?? pageTotal)
    : load({ ...state, payment }, pageTotal);
}

function confirm({ payment, isUntried }: In<'confirming'>, outcome: ConfirmOutcome): CheckoutState {
  if (outcome.kind === 'elsewhere') return { state: 'elsewhere', payment };
  if (outcome.kind === 'misconfigured')
    return { state: 'unavailable', error: outcome.error, isUncharged: isUntried };
  if (outcome.kind === 'not-attempted') return { state: 'ready', payment, error: outcome.error, isUntried };
  if (payment === undefined) return { state: 'ready', isUntried };
  switch (outcome.kind) {
    case 'withdrawn':
      return { ...revalidate(payment), error: toNotPrepared() };
    case 'lost':
      return { state: 'ready', payment, error: outcome.error, isUntried: false };
    case 'declined':
      return { state: 'declined', payment, error: outcome.error };
    case 'accepted':
      // A `failed` from the backend is about this attempt only if the bank had not answered yet and no attempt
      // went before it; otherwise it may be the late news of an earlier decline.
      return {
        state: 'verifying',
        payment,
        isFailureProof: outcome.intentStatus === 'processing' && isUntried,
      };
    case 'unproven':
      return { state: 'verifying', payment, isFailureProof: false, isUnproven: true };
  }
}

/** Stripe has said what became of a payment that was there before this request. */
function offer(
  { payment, shown, error: before }: In<'loading'>,
  { outcome, pageTotal }: Extract<CheckoutEvent, { type: 'intent-read' }>,
  state: CheckoutState,
): CheckoutState {
  if (payment === undefined) return state;
  if (outcome?.kind === 'accepted') return { state: 'verifying', payment, isFailureProof: false };
  if (outcome?.kind === 'declined') return { state: 'declined', payment, error: outcome.error };
  const error = findChange(shown?.money ?? pageTotal, payment) ?? before;
  return { state: 'ready', payment, error, isUntried: false };
}

function watched(state: Undecided, watch: StatusWatch): CheckoutState {
  const settled = watch.payment && toSettled(watch.payment);
  if (settled !== undefined) return settled;
  if (state.state === 'ready' || state.state === 'elsewhere') return state;
  const { payment, isFailureProof } = state;
  if (watch.payment?.status === 'failed' && isFailureProof) return { state: 'failed', payment };
  return state.state === 'verifying' && watch.end !== undefined ? { ...state, state: 'unknown' } : state;
}

/** What was offered is asked for anew; what it was is remembered, for the customer has seen it. */
function revalidate(shown: PreparedPayment | undefined): In<'loading'> {
  return { state: 'loading', shown, isStripeLoaded: true };
}

function toNotPrepared(cause?: unknown): PaymentError {
  const customerMessage =
    'The payment could not be prepared. Nothing was charged. Please try again in a moment.';
  return new PaymentError('not_prepared', { customerMessage, cause });
}

/** The payment that the click has asked for did not come: nothing was confirmed, and the form stays where another try may help. */
function toUnprepared({ isUntried }: In<'confirming'>, cause: ConfigError | RequestError): CheckoutState {
  const mayPass = 'retryable' in cause && (cause.retryable || cause.status === 422);
  if (!mayPass) return { state: 'unavailable', error: cause, isUncharged: true };
  return { state: 'ready', error: toNotPrepared(cause), isUntried };
}

/**
 * Moves a checkout from one state to the next. Pure; an event that cannot happen in a state changes nothing.
 */
export function reduceCheckout(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  switch (event.type) {
    case 'left-to-click':
      return state.state === 'loading' ? load({ ...state, isLeftToClick: true }) : state;
    case 'payment-received':
      return receive(state, event);
    case 'stripe-loaded':
      return state.state === 'loading' ? load({ ...state, isStripeLoaded: true }) : state;
    case 'intent-read':
      return state.state === 'loading' ? offer(state, event, state) : state;
    case 'load-failed':
      if (state.state === 'loading') return { state: 'unavailable', error: event.error };
      if (state.state !== 'confirming' || state.payment !== undefined) return state;
      return toUnprepared(state, event.error);
    case 'fields-failed':
      return canPay(state) ? { state: 'unavailable', error: event.error } : state;
    case 'retry':
      return state.state === 'unavailable' ? initialState : state;
    case 'revalidate':
      return canPay(state) && state.payment !== undefined ? revalidate(state.payment) : state;
    case 'amount-changed':
      return canPay(state) ? { state: 'ready', isUntried: false } : state;
    case 'pay':
      if (!canPay(state)) return state;
      return {
        state: 'confirming',
        ...(event.asksFirst === true ? { shown: state.payment } : { payment: state.payment }),
        isUntried: state.state === 'ready' && state.isUntried && state.payment?.status !== 'failed',
      };
    case 'confirmed':
      return state.state === 'confirming' ? confirm(state, event.outcome) : state;
    case 'submitted-elsewhere':
      if (!(canPay(state) || state.state === 'elsewhere') || state.payment === undefined) return state;
      return { state: 'unknown', payment: state.payment, isFailureProof: false };
    case 'freed':
      return state.state === 'elsewhere' ? revalidate(state.payment) : state;
    case 'watched':
      return isUndecided(state) ? watched(state, event.watch) : state;
    case 'found-open':
      if (!(state.state === 'verifying' || state.state === 'unknown') || state.isUnproven !== true)
        return state;
      return { state: 'ready', payment: state.payment, error: event.error, isUntried: false };
    case 'check-again':
      return state.state === 'unknown' ? { ...state, state: 'verifying' } : state;
  }
}
