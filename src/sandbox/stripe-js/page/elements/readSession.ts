import type { PaymentIntent, PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import { retrievePaymentIntent } from '../retrievePaymentIntent.ts';
import type { StandIn } from '../StandIn.ts';
import { type ElementsIntent, isDeferred } from './elementsIntent.ts';

/** In these an intent takes no card any more; since Stripe.js 8 no Elements are shown for it. */
const terminal = new Set<PaymentIntent.Status>(['succeeded', 'canceled', 'processing', 'requires_capture']);

/** Finds out why an intent cannot be paid, if it cannot. */
export function findSessionError(result: PaymentIntentResult): StripeError | undefined {
  if (result.error !== undefined) return result.error;
  if (!terminal.has(result.paymentIntent.status)) return undefined;
  return {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message:
      'This PaymentIntent is in a terminal state and cannot be used to initialize Elements. Avoid rendering Elements in this state, or create a new PaymentIntent if intending to collect new payment details.',
  };
}

/** Asks the API whether what a group is to pay can be paid, and gives the error that its elements fail to load with. */
export async function readSession(
  standIn: StandIn,
  intent: ElementsIntent | undefined,
): Promise<StripeError | undefined> {
  if (intent === undefined || isDeferred(intent)) return undefined;
  return findSessionError(await retrievePaymentIntent(standIn, intent.clientSecret, 'elements()'));
}
