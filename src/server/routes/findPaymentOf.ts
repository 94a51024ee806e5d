import { isSameMoney, toMoney } from '../../protocol/money.ts';
import { toEventStatus, type WebhookEvent } from '../../webhooks/parseEvent.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';

/** Whose payment an event is: ours, nobody's we know (yet), or one that is not what we created. */
export type EventSubject =
  { kind: 'known'; payment: StoredPayment } | { kind: 'unknown' } | { kind: 'mismatch'; what: string };

function findMismatch(payment: StoredPayment, { type, data: { object } }: WebhookEvent): string | undefined {
  const money = toMoney(object);
  if (money === undefined || !isSameMoney(money, payment)) return 'amount or currency';
  const { externalReferenceId, status } = object;
  if (externalReferenceId !== undefined && externalReferenceId !== payment.orderId) return 'order';
  if (status !== undefined && status !== toEventStatus(type)) return 'status';
  return undefined;
}

/**
 * Finds the payment an event is about, and compares it with what was created.
 *
 * By the gateway's id where it is known. Where the gateway told none when the payment was made, the first event tells
 * it: from then on another id is another payment.
 */
export async function findPaymentOf(event: WebhookEvent, { store }: HandlerContext): Promise<EventSubject> {
  const { id, externalReferenceId } = event.data.object;
  const byId = id === undefined ? undefined : await store.readByGatewayId(id);
  const ofOrder =
    byId === undefined && externalReferenceId !== undefined ? await store.readOrder(externalReferenceId) : [];
  if (byId === undefined && ofOrder.length === 0) return { kind: 'unknown' };

  const candidates =
    byId === undefined ? ofOrder.filter((payment) => payment.gatewayPaymentId === undefined) : [byId];
  if (candidates.length === 0) return { kind: 'mismatch', what: 'payment id' };
  const payment = candidates.find((candidate) => findMismatch(candidate, event) === undefined);
  if (payment === undefined) {
    const [first] = candidates;
    return { kind: 'mismatch', what: (first && findMismatch(first, event)) ?? 'payment' };
  }
  const isBound = id === undefined || payment.gatewayPaymentId !== undefined;
  return { kind: 'known', payment: isBound ? payment : await store.attachGatewayId(payment.paymentId, id) };
}
