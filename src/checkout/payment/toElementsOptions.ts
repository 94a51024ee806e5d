import type { StripeElementsOptions } from '@stripe/stripe-js';
import type { CheckoutState } from '../../client/checkoutState.ts';
import type { Money } from '../../protocol/money.ts';

/**
 * Tells Stripe's elements what is paid: the payment, or how much it will be where it is asked for by the click.
 *
 * Undefined while neither is known. A payment that was there before is not shown to them until Stripe has said that it
 * is open: of one that is settled they would make an error.
 */
export function toElementsOptions(
  state: CheckoutState,
  intent: 'eager' | 'on-pay',
  total: Money | undefined,
): Partial<StripeElementsOptions> | undefined {
  if (intent === 'on-pay') {
    return total && { mode: 'payment', amount: total.amount, currency: total.currency.toLowerCase() };
  }
  const payment =
    'shown' in state && state.shown !== undefined
      ? state.shown
      : state.state !== 'loading' && 'payment' in state
        ? state.payment
        : undefined;
  return payment !== undefined && 'clientSecret' in payment
    ? { clientSecret: payment.clientSecret }
    : undefined;
}
