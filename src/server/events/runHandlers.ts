import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import type { WebhookEvent } from '../../webhooks/parseEvent.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toHandledPayment } from '../toHandledPayment.ts';
import { workOnce } from './workOnce.ts';

/** Names the work of a merchant's handler: a payment succeeds once, each failed attempt is a fact of its own. */
export const toWorkKey = (status: PaymentStatus | 'event', id: string) => `${status} ${id}`;

async function runStatusHandler(
  status: PaymentStatus,
  payment: StoredPayment,
  event: WebhookEvent,
  context: HandlerContext,
): Promise<'done' | 'busy'> {
  const handlers: Partial<Record<PaymentStatus, HandlerContext['onPaymentFailed']>> = {
    succeeded: context.onPaymentSucceeded,
    failed: context.onPaymentFailed,
    cancelled: context.onPaymentCancelled,
    refunded: context.onPaymentRefunded,
  };
  const handle = handlers[status];
  if (handle === undefined) return 'done';
  const key = toWorkKey(status, status === 'failed' ? event.id : payment.paymentId);
  return workOnce(key, context, async () => handle(toHandledPayment(payment, event.data.object)));
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
): Promise<'done' | 'busy'> {
  if (status !== undefined && payment?.report.status === status) {
    // That a payment was withdrawn for another of its order is no news of the order.
    const isWithdrawn = status === 'cancelled' && payment.isSuperseded;
    const result = isWithdrawn ? 'done' : await runStatusHandler(status, payment, event, context);
    if (result === 'busy') return result;
  }
  const { onEvent } = context;
  return onEvent === undefined
    ? 'done'
    : workOnce(toWorkKey('event', event.id), context, async () => onEvent(event));
}
