import type { CheckoutState } from '../client/checkoutState.ts';
import { toMoney, type Money } from '../protocol/money.ts';

/** Finds the amount a checkout is about; undefined until the backend has told it. */
export function toMoneyOf(checkout: CheckoutState): Money | undefined {
  if (!('payment' in checkout) || checkout.payment === undefined) return undefined;
  const { payment } = checkout;
  return 'clientSecret' in payment ? payment.money : toMoney(payment);
}
