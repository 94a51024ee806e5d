import type { PaymentIntent, StripeError } from '@stripe/stripe-js';
import type { DeferredIntent } from './elements/elementsIntent.ts';

/** Finds what sets an intent apart from what the group was told it would be; Stripe confirms no such payment. */
export function findMismatch(
  { amount, currency }: DeferredIntent,
  intent: Pick<PaymentIntent, 'amount' | 'currency'>,
): StripeError | undefined {
  const pairs = { amount: [intent.amount, amount], currency: [intent.currency, currency] } as const;
  for (const [name, [actual, expected]] of Object.entries(pairs)) {
    if (actual === expected) continue;
    const message = `The PaymentIntent's ${name} (${actual}) does not match the ${name} that Elements was created with (${expected}). Call elements.update() before you confirm.`;
    return { type: 'invalid_request_error', message };
  }
  return undefined;
}
