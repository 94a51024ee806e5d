import { toMoney, type Money } from '../protocol/money.ts';
import type { CheckoutSnapshot } from './checkoutStore.ts';

/** Finds what there is to pay: the backend's word, else what the customer is shown until it comes. */
export function toTotal({ state, donation, pageTotal }: CheckoutSnapshot): Money | undefined {
  const payment = 'payment' in state ? state.payment : undefined;
  if (payment !== undefined) return 'clientSecret' in payment ? payment.money : toMoney(payment);
  const before = 'shown' in state ? state.shown : undefined;
  return before?.money ?? donation ?? pageTotal;
}
