import type { PaymentIntent, Stripe, StripeCardElement, StripeError } from '@stripe/stripe-js';
import { ConfigError } from '../errors/ConfigError.ts';
import { PaymentError } from '../errors/PaymentError.ts';

/** What became of one attempt to pay, as far as Stripe tells. None of them means *paid*: that is the server's word. */
export type ConfirmOutcome =
  /** Stripe took the card. `processing`: the bank has not answered yet. */
  | { kind: 'accepted'; intentStatus: 'succeeded' | 'processing' }
  /** No bank was asked: the fields are not complete, or the connection was lost on the way. */
  | { kind: 'not-attempted'; error: PaymentError }
  /** The card or its 3-D Secure did not pass; nothing was charged, and the same payment is still open. */
  | { kind: 'declined'; error: PaymentError }
  /** The set-up is wrong: another account's key, for example. */
  | { kind: 'misconfigured'; error: ConfigError }
  /** The answer was lost: the card may have been charged, or not. */
  | { kind: 'unproven' };

/** Whose card it is, for the card's issuer. */
export interface BillingDetails {
  name?: string;
  email?: string;
}

const DECLINED = 'Your card was declined. Please try another card.';

function toDecline(error: Pick<StripeError, 'code' | 'decline_code'>): ConfirmOutcome {
  const isAuthentication = error.code === 'payment_intent_authentication_failure';
  return {
    kind: 'declined',
    error: new PaymentError(isAuthentication ? 'authentication_failed' : 'card_declined', {
      customerMessage: isAuthentication
        ? 'Your bank could not confirm that it was you. Nothing was charged.'
        : DECLINED,
      stripeCode: error.code,
      declineCode: error.decline_code,
    }),
  };
}

/** Classes the intent's own status; undefined when it tells nothing about an attempt. */
function fromIntent({ status, last_payment_error: lastError }: PaymentIntent): ConfirmOutcome | undefined {
  if (status === 'succeeded' || status === 'requires_capture')
    return { kind: 'accepted', intentStatus: 'succeeded' };
  if (status === 'processing') return { kind: 'accepted', intentStatus: 'processing' };
  if (status === 'requires_payment_method' && lastError !== null) return toDecline(lastError);
  return undefined;
}

/** Classes an error by its type and code, never by its text: that differs by language and by version. */
function fromError(error: StripeError): ConfirmOutcome {
  switch (error.type) {
    case 'validation_error':
      return {
        kind: 'not-attempted',
        error: new PaymentError('card_incomplete', {
          customerMessage: error.message ?? 'Please check the card details.',
          stripeCode: error.code,
        }),
      };
    case 'card_error':
      return toDecline(error);
    case 'invalid_request_error':
      if (error.code === 'payment_intent_authentication_failure') return toDecline(error);
      if (error.code === 'payment_intent_unexpected_state') {
        // It was confirmed before, from another tab perhaps: the intent tells how that ended.
        return (error.payment_intent && fromIntent(error.payment_intent)) ?? { kind: 'unproven' };
      }
      // Another confirmation of the same payment is under way, in another tab perhaps.
      if (error.code === 'lock_timeout') return { kind: 'unproven' };
      return {
        kind: 'misconfigured',
        error: new ConfigError('wrong_key', {
          detail: `Stripe refused the request (${error.code ?? 'no code'}): ${error.message ?? ''}`,
        }),
      };
    case 'authentication_error':
      return {
        kind: 'misconfigured',
        error: new ConfigError('wrong_key', { detail: 'Stripe refused the publishable key.' }),
      };
    default:
      return { kind: 'unproven' };
  }
}

/** Asks Stripe how the attempt ended when its answer was lost. */
async function askAfterLoss(stripe: Stripe, clientSecret: string): Promise<ConfirmOutcome> {
  const { paymentIntent } = await stripe
    .retrievePaymentIntent(clientSecret)
    .catch(() => ({ paymentIntent: undefined }));
  if (paymentIntent === undefined) return { kind: 'unproven' };
  if (paymentIntent.status === 'requires_payment_method' && paymentIntent.last_payment_error === null) {
    const customerMessage = 'The connection was lost and nothing was charged. Please try again.';
    return { kind: 'not-attempted', error: new PaymentError('confirmation_lost', { customerMessage }) };
  }
  return fromIntent(paymentIntent) ?? { kind: 'unproven' };
}

/**
 * Confirms a payment with the card in the element, 3-D Secure included, and says what became of it.
 *
 * It may charge the card. Calling it again for the same payment cannot charge twice, for a PaymentIntent succeeds
 * once; still the caller keeps one call in flight.
 *
 * @see https://docs.stripe.com/js/payment_intents/confirm_card_payment
 */
export async function confirmCard(
  stripe: Stripe,
  clientSecret: string,
  card: StripeCardElement,
  billingDetails: BillingDetails = {},
): Promise<ConfirmOutcome> {
  const outcome = await stripe
    .confirmCardPayment(clientSecret, { payment_method: { card, billing_details: billingDetails } })
    .then(
      ({ error, paymentIntent }) =>
        error === undefined
          ? (fromIntent(paymentIntent) ?? ({ kind: 'unproven' } as const))
          : fromError(error),
      // Stripe.js resolves with its errors: a rejection proves nothing.
      () => ({ kind: 'unproven' }) as const,
    );
  return outcome.kind === 'unproven' ? askAfterLoss(stripe, clientSecret) : outcome;
}
