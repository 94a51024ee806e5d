import type { PaymentIntent, PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import type { ConfigError } from '../errors/ConfigError.ts';
import { PaymentError } from '../errors/PaymentError.ts';

/** What became of one attempt to pay, as far as Stripe tells. None of them means *paid*: that is the server's word. */
export type ConfirmOutcome =
  /** Stripe took the card. `processing`: the bank has not answered yet. */
  | { kind: 'accepted'; intentStatus: 'succeeded' | 'processing' }
  /** No bank was asked: the fields are not complete. */
  | { kind: 'not-attempted'; error: PaymentError }
  /** No bank was asked: another window of this browser is paying for the order. */
  | { kind: 'elsewhere' }
  /** The card or its 3-D Secure did not pass; nothing was charged, and the same payment is still open. */
  | { kind: 'declined'; error: PaymentError }
  /** The payment was cancelled before, so that nothing can be charged by it: the order has another price perhaps. */
  | { kind: 'withdrawn' }
  /**
   * The answer was lost, and Stripe says that the payment is open still. It may yet be charged by what is under way;
   * a further try cannot charge it twice.
   */
  | { kind: 'lost'; error: PaymentError }
  /** The set-up is wrong: another account's key, for example. */
  | { kind: 'misconfigured'; error: ConfigError }
  /** Nobody can say: the card may have been charged, or not. */
  | { kind: 'unproven' };

/** Tells whether an attempt may have charged the card, now or later. */
export function mayBeCharged({ kind }: ConfirmOutcome): boolean {
  return kind === 'accepted' || kind === 'lost' || kind === 'unproven';
}

function toDecline({ code, decline_code }: Pick<StripeError, 'code' | 'decline_code'>): ConfirmOutcome {
  const isAuthentication = code === 'payment_intent_authentication_failure';
  return {
    kind: 'declined',
    error: new PaymentError(isAuthentication ? 'authentication_failed' : 'card_declined', {
      customerMessage: isAuthentication
        ? 'Your bank could not confirm that it was you. Please try again, or use another card.'
        : 'Your bank declined the card. Please try another one, or ask your bank.',
      stripeCode: code,
      declineCode: decline_code,
    }),
  };
}

/** Says that the fields are not complete, or not valid. */
export function toIncomplete({ code, message }: Partial<StripeError> = {}): PaymentError {
  return new PaymentError('card_incomplete', {
    customerMessage: message ?? 'Please check the card details.',
    stripeCode: code,
  });
}

/** Reads from an intent what is proven by it; undefined where it is open, or waits for its customer. */
export function toProven({ status }: Pick<PaymentIntent, 'status'>): ConfirmOutcome | undefined {
  switch (status) {
    case 'succeeded':
    case 'requires_capture':
      return { kind: 'accepted', intentStatus: 'succeeded' };
    case 'processing':
      return { kind: 'accepted', intentStatus: 'processing' };
    case 'canceled':
      return { kind: 'withdrawn' };
    default:
      return undefined;
  }
}

/** Reads from an intent how its last attempt ended, where that was a decline. */
export function toLastDecline({ status, last_payment_error }: PaymentIntent): ConfirmOutcome | undefined {
  return status === 'requires_payment_method' && last_payment_error !== null
    ? toDecline(last_payment_error)
    : undefined;
}

/** Classes an error by its type and code, never by its text: that differs by language and by version. */
function fromError(error: StripeError): ConfirmOutcome | undefined {
  if (error.type === 'card_error' || error.code === 'payment_intent_authentication_failure')
    return toDecline(error);
  if (error.type === 'validation_error') return { kind: 'not-attempted', error: toIncomplete(error) };
  // It was confirmed before, from another tab perhaps, or cancelled.
  return error.payment_intent && toProven(error.payment_intent);
}

/** Reads what Stripe answered to a confirmation; undefined where that proves nothing. */
export function toOutcome({ error, paymentIntent }: PaymentIntentResult): ConfirmOutcome | undefined {
  return error === undefined ? toProven(paymentIntent) : fromError(error);
}
