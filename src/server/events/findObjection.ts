import { isSameMoney } from '../../protocol/money.ts';
import { hasMoneyMoved } from '../../protocol/paymentStatus.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';

/**
 * Says why money that has arrived must not be turned into a fulfilment without somebody's eyes on it: the order has
 * moved on to another price.
 *
 * The money itself is real and is remembered either way, so that the order is not offered again.
 */
export async function findObjection(
  payment: StoredPayment,
  { store }: HandlerContext,
): Promise<string | undefined> {
  if (!payment.isSuperseded) return undefined;
  const ofOrder = await store.find({ orderId: payment.orderId });
  const live = ofOrder.find(({ isSuperseded }) => !isSuperseded);
  // Where the order went back from the other price before it could be paid, this one is still its own.
  return live === undefined || isSameMoney(live, payment)
    ? undefined
    : 'the price of the order has changed since';
}

/** Tells whether another payment of the same order has brought money as well. */
export async function isPaidByAnother(payment: StoredPayment, { store }: HandlerContext): Promise<boolean> {
  const ofOrder = await store.find({ orderId: payment.orderId });
  return ofOrder.some(
    ({ paymentId, report }) => paymentId !== payment.paymentId && hasMoneyMoved(report.status),
  );
}
