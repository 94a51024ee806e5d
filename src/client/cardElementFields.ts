import type { Stripe, StripeCardElement } from '@stripe/stripe-js';
import { toIncomplete } from './confirmOutcome.ts';
import type { PaymentFields } from './PaymentFields.ts';

/** Pays by Stripe's Card Element, as the gateway's guide does. `isComplete` is read at each attempt. */
export function cardElementFields(
  stripe: Stripe,
  card: StripeCardElement,
  isComplete: () => boolean,
): PaymentFields {
  return {
    focus: () => card.focus(),
    findFault: async () => (isComplete() ? undefined : toIncomplete()),
    confirm: (clientSecret, billingDetails) =>
      stripe.confirmCardPayment(clientSecret, {
        payment_method: { card, billing_details: billingDetails },
      }),
  };
}
