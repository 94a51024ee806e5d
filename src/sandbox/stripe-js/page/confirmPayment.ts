import type { PaymentIntentResult } from '@stripe/stripe-js';
import { IntegrationError } from '../wire/IntegrationError.ts';
import { confirmOnce } from './confirmOnce.ts';
import { assertDetailsGiven } from './elements/billingFields.ts';
import { isDeferred } from './elements/elementsIntent.ts';
import { findMismatch } from './findMismatch.ts';
import { finishConfirmation } from './finishConfirmation.ts';
import { parsePaymentConfirmation, type PaymentConfirmation } from './paymentConfirmation.ts';
import { retrievePaymentIntent } from './retrievePaymentIntent.ts';
import type { StandIn } from './StandIn.ts';
import { toReturnUrl } from './toReturnUrl.ts';

/**
 * Confirms a payment with what is in a Payment Element, challenge included.
 *
 * Unless `redirect` is "if_required", a payment that is accepted takes the customer to the `return_url`, and the
 * promise never settles; an error stays on the page. It rejects only when the page uses it wrongly.
 *
 * @throws {IntegrationError} When the options are not what Stripe, or this stand-in, takes.
 */
export function confirmPayment(standIn: StandIn, options: unknown): Promise<PaymentIntentResult> {
  const confirmation = parsePaymentConfirmation(options);
  const { elements, clientSecret, redirectUrl } = confirmation;
  if (isDeferred(elements.intent) && !elements.isSubmitted) {
    throw new IntegrationError(
      'elements.submit() must be called before stripe.confirmPayment(). Call elements.submit() as soon as your customer presses pay, prior to any asynchronous work. Integration guide: https://stripe.com/docs/payments/accept-a-payment-deferred',
    );
  }
  if (elements.payment === undefined) {
    throw new IntegrationError(
      'Invalid value for stripe.confirmPayment(): elements should have a mounted Payment Element or Express Checkout Element.',
    );
  }
  assertDetailsGiven(elements.payment.withheld, confirmation.billingDetails);
  return confirmOnce(clientSecret, async () => {
    const result = await confirm(standIn, confirmation);
    if (result.error !== undefined || redirectUrl === undefined) return result;
    location.assign(toReturnUrl(redirectUrl, result.paymentIntent, clientSecret));
    return new Promise<never>(() => undefined);
  });
}

async function confirm(
  standIn: StandIn,
  { elements, clientSecret, billingDetails, parameters }: PaymentConfirmation,
): Promise<PaymentIntentResult> {
  const { intent, payment } = elements;
  if (payment === undefined) throw new IntegrationError('The Payment Element is gone.');
  if (isDeferred(intent)) {
    const made = await retrievePaymentIntent(standIn, clientSecret, 'stripe.confirmPayment()');
    if (made.error !== undefined) return made;
    const error = findMismatch(intent, made.paymentIntent);
    if (error !== undefined) return { error };
  }
  const { publishableKey } = standIn;
  const result = await payment.confirm({ publishableKey, clientSecret, billingDetails, parameters });
  return finishConfirmation(standIn, clientSecret, result);
}
