import type { PaymentIntent } from '@stripe/stripe-js';

/** Writes the address a customer comes back to, with what Stripe tells the page there of the payment. */
export function toReturnUrl(
  returnUrl: string,
  { id, status }: Pick<PaymentIntent, 'id' | 'status'>,
  clientSecret: string,
): string {
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', id);
  url.searchParams.set('payment_intent_client_secret', clientSecret);
  url.searchParams.set('redirect_status', status === 'processing' ? 'processing' : 'succeeded');
  return url.href;
}
