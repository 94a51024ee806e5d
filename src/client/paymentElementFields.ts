import type { Stripe, StripeElements, StripePaymentElement } from '@stripe/stripe-js';
import { toIncomplete } from './confirmOutcome.ts';
import type { PaymentFields } from './PaymentFields.ts';

/**
 * Pays by Stripe's Payment Element, or by the wallet beside it.
 *
 * A bank that wants the customer on a page of its own sends them back to this one.
 *
 * @param isDeferred Whether the elements were made before the payment was: then they are told of it now.
 */
export function paymentElementFields(
  stripe: Stripe,
  elements: StripeElements,
  element: StripePaymentElement,
  isDeferred: boolean,
): PaymentFields {
  return {
    focus: () => element.focus(),
    async findFault() {
      const { error } = await elements.submit();
      return error && toIncomplete(error);
    },
    confirm: (clientSecret, billingDetails) => {
      const confirmParams = {
        return_url: location.href,
        payment_method_data: { billing_details: billingDetails },
      };
      return isDeferred
        ? stripe.confirmPayment({ elements, clientSecret, confirmParams, redirect: 'if_required' })
        : stripe.confirmPayment({ elements, confirmParams, redirect: 'if_required' });
    },
  };
}
