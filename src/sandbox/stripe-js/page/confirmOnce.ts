import type { PaymentIntentResult, StripeError } from '@stripe/stripe-js';

/** What Stripe's API answers a second confirmation of a payment whose first is under way. */
const lockTimeout: StripeError = {
  type: 'invalid_request_error',
  code: 'lock_timeout',
  message:
    'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request.',
};

const inFlight = new Set<string>();

/** Confirms a payment, unless it is being confirmed already: then the call resolves with the API's `lock_timeout`. */
export function confirmOnce(
  clientSecret: string,
  confirm: () => Promise<PaymentIntentResult>,
): Promise<PaymentIntentResult> {
  if (inFlight.has(clientSecret)) return Promise.resolve({ error: lockTimeout });
  inFlight.add(clientSecret);
  return confirm().finally(() => inFlight.delete(clientSecret));
}
