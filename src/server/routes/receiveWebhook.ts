import { RequestError } from '../../errors/RequestError.ts';
import { isSameMoney, toMoney } from '../../protocol/money.ts';
import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import { toEventStatus, type WebhookEvent } from '../../webhooks/parseEvent.ts';
import { verifyWebhook } from '../../webhooks/verifyWebhook.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { toHandledPayment } from '../toHandledPayment.ts';
import { readBytes } from '../readBytes.ts';
import { refuseLargeBody } from '../refuseLargeBody.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** The guide retries until exactly 200. */
const acknowledged = () => new Response('OK', { status: 200, headers: { 'Cache-Control': 'no-store' } });
const askAgain = () => new Response('Try again', { status: 503, headers: { 'Retry-After': '2' } });

async function readEvent(request: Request, { webhookSecrets }: HandlerContext): Promise<WebhookEvent> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new RequestError('unsupported_media_type');
  if (request.headers.has('content-encoding')) throw new RequestError('unsupported_media_type');
  const body = await readBytes(request, MAX_BODY_BYTES).catch(refuseLargeBody);
  return verifyWebhook({
    body,
    signature: request.headers.get('x-hajiq-signature'),
    secrets: webhookSecrets,
  });
}

/** Says why an event cannot be about this payment: another order, amount or currency than was created. */
function findMismatch(payment: StoredPayment, { data: { object } }: WebhookEvent): string | undefined {
  const money = toMoney(object);
  if (money === undefined || !isSameMoney(money, payment)) return 'amount or currency';
  if (object.externalReferenceId !== undefined && object.externalReferenceId !== payment.orderId)
    return 'order';
  const { gatewayPaymentId } = payment;
  if (gatewayPaymentId !== undefined && object.id !== undefined && object.id !== gatewayPaymentId)
    return 'payment id';
  if (payment.isSuperseded) return 'superseded payment';
  return undefined;
}

/** Runs the merchant's handler for a status, once: for ever done when it returns, free to run again when it throws. */
async function fulfil(
  status: PaymentStatus,
  payment: StoredPayment,
  event: WebhookEvent,
  context: HandlerContext,
): Promise<Response> {
  const handlers: Partial<Record<PaymentStatus, HandlerContext['onPaymentSucceeded']>> = {
    succeeded: context.onPaymentSucceeded,
    failed: context.onPaymentFailed,
    cancelled: context.onPaymentCancelled,
  };
  // A payment succeeds once, however many events say so; each failed attempt is a fact of its own.
  const work = status === 'failed' ? `event ${event.id}` : `${status} ${payment.paymentId}`;
  const turn = await context.store.beginWork(work);
  if (turn === 'busy') return askAgain();
  if (turn === 'done') return acknowledged();
  try {
    await handlers[status]?.(toHandledPayment(payment, event.data.object));
  } catch (error) {
    await context.store.endWork(work, 'failed');
    throw error;
  }
  await context.store.endWork(work, 'done');
  return acknowledged();
}

/**
 * `POST /webhook`: takes a delivery, merges the status it reports, and fulfils.
 *
 * The signature is checked over the raw bytes before anything else. The answer is 200 when the delivery has had its
 * whole effect, or can have none; anything that may work later is answered so that HajiQ Pay sends it again.
 */
export async function receiveWebhook(request: Request, context: HandlerContext): Promise<Response> {
  const event = await readEvent(request, context);
  const status = toEventStatus(event.type);
  if (status === undefined) {
    context.logger.info('event of an unknown type', { eventId: event.id, type: event.type });
    return acknowledged();
  }

  const { object } = event.data;
  const payment = await context.store.find({
    gatewayPaymentId: object.id,
    orderId: object.externalReferenceId,
  });
  if (payment === undefined) {
    context.logger.warn('event about a payment that is not known (yet)', { eventId: event.id });
    return askAgain();
  }
  const mismatch =
    object.status !== undefined && object.status !== status ? 'status' : findMismatch(payment, event);
  if (mismatch !== undefined) {
    // No retry can mend it, and it must fulfil nothing.
    context.logger.error(`event set aside: its ${mismatch} is not that of the payment`, {
      eventId: event.id,
      paymentId: payment.paymentId,
    });
    return acknowledged();
  }

  const merged = await context.store.report(payment.paymentId, { status, at: event.created * 1000 });
  // A late event, overtaken by a better one, changes nothing.
  if (merged.report.status !== status) return acknowledged();
  return fulfil(status, merged, event, context);
}
