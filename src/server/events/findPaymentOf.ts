import { isSameMoney, toMoney } from '../../protocol/money.ts';
import { toEventStatus, type WebhookEvent } from '../../webhooks/parseEvent.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { PaymentStore, StoredPayment } from '../store/PaymentStore.ts';

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

/** How long an intent may be in the making; what is older was given up by a process that died. */
const PREPARATION_MS = 60_000;

async function findCandidates(
  { id, externalReferenceId }: WebhookEvent['data']['object'],
  store: PaymentStore,
) {
  const [byId] = id === undefined ? [] : await store.find({ gatewayPaymentId: id });
  if (byId !== undefined) return { candidates: [byId], isOpen: false };
  const ofOrder = externalReferenceId === undefined ? [] : await store.find({ orderId: externalReferenceId });
  return {
    candidates: ofOrder.filter(
      ({ sealedSecret, gatewayPaymentId }) =>
        sealedSecret !== undefined && (gatewayPaymentId === undefined || id === undefined),
    ),
    // Nothing of the order yet, or an intent that is being made: it may be the one this event is about.
    isOpen:
      ofOrder.length === 0 ||
      ofOrder.some(
        ({ sealedSecret, createdAt }) =>
          sealedSecret === undefined && createdAt > Date.now() - PREPARATION_MS,
      ),
  };
}

/**
 * Finds the payment an event is about, and compares it with what was created.
 *
 * By the gateway's id where it is known. Where the gateway told none when the payment was made, the first event tells
 * it: from then on another id is another payment.
 */
export async function findPaymentOf(event: WebhookEvent, { store }: HandlerContext): Promise<EventSubject> {
  const { object } = event.data;
  const { candidates, isOpen } = await findCandidates(object, store);
  const payment = candidates.find((candidate) => findMismatch(candidate, event) === undefined);
  if (payment !== undefined) {
    if (object.id === undefined || payment.gatewayPaymentId !== undefined) return { kind: 'known', payment };
    const bound = await store.attach(payment.paymentId, { gatewayPaymentId: object.id });
    // Another event was faster, with another id.
    if (bound.gatewayPaymentId !== object.id) return { kind: 'mismatch', what: 'payment id' };
    return { kind: 'known', payment: bound };
  }
  if (isOpen) return { kind: 'unknown' };
  const [first] = candidates;
  return { kind: 'mismatch', what: first === undefined ? 'payment id' : (findMismatch(first, event) ?? '') };
}
