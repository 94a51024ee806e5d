import { isSettled } from '../../protocol/paymentStatus.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { GatewayPayment } from '../gateway/gatewayPayment.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { handleEvent } from './handleEvent.ts';
import type { IncomingEvent } from './IncomingEvent.ts';

/** Marks the id of an event that no delivery brought. */
const READ_PREFIX = 'read_';

/** Makes an event of what a read told, so that there is one way in which a payment changes. */
function toReadEvent({ id, ...payment }: GatewayPayment): IncomingEvent {
  const completedAt = Date.parse(payment.completedAt ?? '');
  const event = {
    id: `${READ_PREFIX}${id}_${payment.status}`,
    type: `payment.${payment.status}`,
    // A date that is none, or the zero of some languages.
    created: Math.floor((completedAt > 0 ? completedAt : Date.now()) / 1000),
    data: { object: { id, ...payment } },
  };
  // The same news read twice is the same event, whenever it is read.
  return { event, body: JSON.stringify(event), digest: event.id };
}

/** Gives what the gateway told of a payment its effect; what is still open there changes nothing here. */
export async function applyRead(read: GatewayPayment, context: HandlerContext): Promise<void> {
  if (isSettled(read.status)) await handleEvent(toReadEvent(read), context);
}

/**
 * Reads a payment from the gateway, at most once in a time for all instances together and for each who asks, and gives what it tells
 * its effect: this is how a payment ends whose webhook was lost.
 *
 * @param gapMs The least time between two reads of the payment for the same asker, in milliseconds.
 * @returns The payment as it then is.
 * @throws {GatewayError} When it cannot be read. @throws What a handler of the merchant throws.
 */
export async function settleByRead(
  payment: StoredPayment,
  { gapMs, asker }: { gapMs: number; asker: 'browser' | 'delivery' | 'sweep' },
  context: HandlerContext,
): Promise<StoredPayment> {
  const { paymentId, gatewayPaymentId } = payment;
  if (gatewayPaymentId === undefined) return payment;
  // The lease is not ended: it is what keeps the reads apart.
  const turn = await context.store.lease(`read for ${asker} ${paymentId}`, gapMs);
  if (typeof turn === 'string') return payment;
  await applyRead(await context.gateway.paymentIntents.retrieve(gatewayPaymentId), context);
  return (await context.store.find({ paymentId }))[0] ?? payment;
}
