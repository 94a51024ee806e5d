import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import type { WebhookEvent } from '../../webhooks/parseEvent.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { toHandledPayment } from '../toHandledPayment.ts';

/** How long a delivery waits for the merchant's handler; longer, and the gateway would have hung up. */
const HANDLER_MS = 25_000;

function afterwards(ms: number): { elapsed: Promise<'late'>; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), ms)));
  return { elapsed, cancel: () => clearTimeout(timer) };
}

/**
 * Runs the merchant's handler for a status, once: for ever done when it returns, free to run again when it throws.
 *
 * One that does not return goes on by itself, and is not started a second time while it does.
 *
 * @throws What the handler throws.
 */
export async function runHandler(
  status: PaymentStatus,
  payment: StoredPayment,
  event: WebhookEvent,
  { store, logger, ...options }: HandlerContext,
): Promise<'done' | 'not-yet'> {
  const handlers: Partial<Record<PaymentStatus, HandlerContext['onPaymentSucceeded']>> = {
    succeeded: options.onPaymentSucceeded,
    failed: options.onPaymentFailed,
    cancelled: options.onPaymentCancelled,
  };
  // A payment succeeds once, however many events say so; each failed attempt is a fact of its own.
  const work = status === 'failed' ? `event ${event.id}` : `${status} ${payment.paymentId}`;
  const turn = await store.beginWork(work);
  if (turn === 'busy')
    logger.warn(`the handler of ${status} is still running`, { paymentId: payment.paymentId });
  if (turn !== 'run') return turn === 'done' ? 'done' : 'not-yet';

  const running = (async () => {
    try {
      await handlers[status]?.(toHandledPayment(payment, event.data.object));
    } catch (error) {
      await store.endWork(work, 'failed');
      throw error;
    }
    await store.endWork(work, 'done');
    return 'done' as const;
  })();
  const { elapsed, cancel } = afterwards(HANDLER_MS);
  const result = await Promise.race([running, elapsed]).finally(cancel);
  if (result === 'done') return 'done';
  logger.error(`the handler of ${status} has not returned in ${HANDLER_MS / 1000} s`, {
    paymentId: payment.paymentId,
  });
  running.catch((error: unknown) => logger.error(`the handler of ${status} failed late`, { error }));
  return 'not-yet';
}
