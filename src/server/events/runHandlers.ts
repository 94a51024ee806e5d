import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import type { WebhookEvent } from '../../webhooks/parseEvent.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toHandledPayment } from '../toHandledPayment.ts';
import { isPaidByAnother } from './findObjection.ts';
import { workOnce } from './workOnce.ts';

/** What came of running the merchant's handlers: all have returned, one is running, or the order needs no second one. */
export type HandlersOutcome = 'done' | 'busy' | 'paid-by-another';

/** Names the work of a handler: an order is fulfilled once, whatever pays it; each failed attempt is a fact of its own. */
function toWorkKey(status: PaymentStatus, payment: StoredPayment, event: WebhookEvent): string {
  if (status === 'succeeded') return `fulfil ${payment.orderId}`;
  return status === 'failed' ? `failed ${event.id}` : `${status} ${payment.paymentId}`;
}

const toFulfillerKey = ({ paymentId }: StoredPayment) => `fulfilled by ${paymentId}`;

/** Remembers which payment of an order has fulfilled it, so that its own next event is told from another payment's. */
async function markFulfiller(payment: StoredPayment, { store, logger }: HandlerContext): Promise<void> {
  try {
    const mark = await store.lease(toFulfillerKey(payment), 0);
    if (typeof mark !== 'string') await store.endLease(mark, 'done');
  } catch (error) {
    // The order is fulfilled: for the want of this note it must not be again.
    logger.warn('which payment has fulfilled an order could not be noted', { error });
  }
}

const isFulfiller = async (payment: StoredPayment, { store }: HandlerContext) =>
  (await store.lease(toFulfillerKey(payment), 0)) === 'done';

async function runStatusHandler(
  status: PaymentStatus,
  payment: StoredPayment,
  event: WebhookEvent,
  context: HandlerContext,
): Promise<HandlersOutcome> {
  const handlers: Partial<Record<PaymentStatus, HandlerContext['onPaymentFailed']>> = {
    succeeded: context.onPaymentSucceeded,
    failed: context.onPaymentFailed,
    cancelled: context.onPaymentCancelled,
    refunded: context.onPaymentRefunded,
  };
  const handle = handlers[status];
  if (handle === undefined) return 'done';
  const result = await workOnce(
    toWorkKey(status, payment, event),
    context,
    async () => handle(toHandledPayment(payment, event.data.object)),
    async () => (status === 'succeeded' ? markFulfiller(payment, context) : undefined),
  );
  if (result !== 'already') return result;
  if (status !== 'succeeded' || (await isFulfiller(payment, context))) return 'done';
  return (await isPaidByAnother(payment, context)) ? 'paid-by-another' : 'done';
}

/**
 * Runs what the merchant wants to be run for an event: the handler of its status, then the one for all events.
 *
 * @param payment With its report merged; undefined when the event is about no status.
 * @throws What a handler throws.
 */
export async function runHandlers(
  event: WebhookEvent,
  status: PaymentStatus | undefined,
  payment: StoredPayment | undefined,
  context: HandlerContext,
): Promise<HandlersOutcome> {
  if (status !== undefined && payment?.report.status === status) {
    // That a payment was withdrawn for another of its order is no news of the order.
    const isWithdrawn = status === 'cancelled' && payment.isSuperseded;
    const result = isWithdrawn ? 'done' : await runStatusHandler(status, payment, event, context);
    if (result !== 'done') return result;
  }
  const { onEvent } = context;
  if (onEvent === undefined) return 'done';
  const result = await workOnce(`event ${event.id}`, context, async () => onEvent(event));
  return result === 'busy' ? 'busy' : 'done';
}
