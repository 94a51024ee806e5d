import { isSameMoney } from '../../protocol/money.ts';
import { hasMoneyMoved } from '../../protocol/paymentStatus.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toWorkKey } from './runHandlers.ts';

const isAtTodaysPrice = (payment: StoredPayment, ofOrder: readonly StoredPayment[]) =>
  !payment.isSuperseded || ofOrder.some((other) => !other.isSuperseded && isSameMoney(other, payment));

/**
 * Says why money that has arrived must not be turned into a fulfilment without somebody's eyes on it.
 *
 * An order is fulfilled once, however many payments of it succeed: by the one that was first to be, else by the oldest
 * at today's price. The money itself is real and is remembered either way, so that the order is not offered again.
 */
export async function findObjection(
  payment: StoredPayment,
  { store }: HandlerContext,
): Promise<string | undefined> {
  const ofOrder = await store.find({ orderId: payment.orderId });
  const paid = ofOrder.filter(({ report }) => hasMoneyMoved(report.status));
  for (const { paymentId } of paid) {
    if (paymentId === payment.paymentId) continue;
    // A lease of no time only tells whether the work is done or somebody is at it.
    const work = await store.lease(toWorkKey('succeeded', paymentId), 0);
    if (typeof work === 'string') return 'the order is paid by another payment already';
  }
  if (!isAtTodaysPrice(payment, ofOrder)) return 'the price of the order has changed since';
  const [first] = paid
    .filter((each) => isAtTodaysPrice(each, ofOrder))
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.paymentId < b.paymentId ? -1 : 1));
  return first === undefined || first.paymentId === payment.paymentId
    ? undefined
    : 'the order is paid by another payment already';
}
