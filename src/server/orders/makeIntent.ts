import { GatewayError } from '../../errors/GatewayError.ts';
import { BackendError } from '../../errors/BackendError.ts';
import { handleStoredEvent } from '../events/handleStoredEvent.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import type { PricedOrder } from './priceOrder.ts';

/** How long a process that has died keeps others from making the intent, in milliseconds. */
const LEASE_MS = 20_000;

/** How long a request waits for another one that is making the same intent, in milliseconds. */
const PATIENCE_MS = 16_000;

async function askGateway(claimed: StoredPayment, order: PricedOrder, { gateway, store }: HandlerContext) {
  const { clientSecret, id } = await gateway.paymentIntents.create({
    amount: claimed.amount,
    currency: claimed.currency,
    externalReferenceId: claimed.orderId,
    customerEmail: order.customerEmail ?? undefined,
    customerName: order.customerName ?? undefined,
    description: order.description ?? undefined,
    idempotencyKey: claimed.paymentId,
  });
  const [other] = id === undefined ? [] : await store.find({ gatewayPaymentId: id });
  if (other !== undefined && other.paymentId !== claimed.paymentId) {
    throw new GatewayError('bad_gateway_response', { detail: 'The id is that of another payment.' });
  }
  return { clientSecret, gatewayPaymentId: id };
}

/** Gives the events that came before the payment was known their effect. */
async function applyEarlyEvents(payment: StoredPayment, context: HandlerContext): Promise<void> {
  const { orderId, gatewayPaymentId } = payment;
  const early = await context.store.findEvents({
    unmatchedOf: { orderId, ...(gatewayPaymentId !== undefined && { gatewayPaymentId }) },
  });
  for (const event of early) {
    await handleStoredEvent(event, context).catch((error: unknown) =>
      context.logger.error('an event that came early could not be handled: its next delivery tries again', {
        eventId: event.eventId,
        error,
      }),
    );
  }
}

async function make(claimed: StoredPayment, order: PricedOrder, context: HandlerContext) {
  const { store, seal } = context;
  let payment: StoredPayment;
  try {
    const { clientSecret, gatewayPaymentId } = await askGateway(claimed, order, context);
    payment = await store.attach(claimed.paymentId, {
      sealedSecret: await seal.seal(claimed.paymentId, clientSecret),
      ...(gatewayPaymentId !== undefined && { gatewayPaymentId }),
    });
  } catch (error) {
    await store.release(claimed.paymentId);
    throw error;
  }
  await applyEarlyEvents(payment, context);
  return payment;
}

/**
 * Sees that a claimed payment has its intent: makes it, or waits for the one who does.
 *
 * Whoever dies at it is followed by the next: the first secret that is remembered is the only one that is released.
 *
 * @throws {GatewayError} When the gateway makes none; the claim is then given up.
 * @throws {RequestError} `payment_in_preparation` when another request is still at it.
 */
export async function makeIntent(
  claimed: StoredPayment,
  order: PricedOrder,
  context: HandlerContext,
  signal: AbortSignal,
): Promise<StoredPayment> {
  const { store } = context;
  const lease = await store.lease(`intent ${claimed.paymentId}`, LEASE_MS);
  if (typeof lease !== 'string') {
    try {
      const payment = await make(claimed, order, context);
      await store.endLease(lease, 'done');
      return payment;
    } catch (error) {
      await store.endLease(lease, 'free');
      throw error;
    }
  }
  if (lease === 'busy') {
    await store.waitForChange(claimed.paymentId, claimed.version, { timeoutMs: PATIENCE_MS, signal });
  }
  const [payment] = await store.find({ paymentId: claimed.paymentId });
  if (payment?.sealedSecret === undefined) throw new BackendError('payment_in_preparation');
  return payment;
}
