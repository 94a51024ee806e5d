import { isSameMoney } from '../../protocol/money.ts';
import { hasMoneyMoved, type PaymentStatus } from '../../protocol/paymentStatus.ts';
import { toEventStatus, type WebhookEvent } from '../../webhooks/parseEvent.ts';
import { verifyWebhook } from '../../webhooks/verifyWebhook.ts';
import { assertJson } from '../assertJson.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { readBytes } from '../readBytes.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { findPaymentOf } from './findPaymentOf.ts';
import { runHandler } from './runHandler.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** The guide retries until exactly 200. */
const acknowledged = () => new Response('OK', { status: 200, headers: { 'Cache-Control': 'no-store' } });
const askAgain = () => new Response('Try again', { status: 503, headers: { 'Retry-After': '2' } });

async function readEvent(request: Request, { webhookSecrets }: HandlerContext): Promise<WebhookEvent> {
  assertJson(request);
  return verifyWebhook({
    body: await readBytes(request, MAX_BODY_BYTES),
    signature: request.headers.get('x-hajiq-signature'),
    secrets: webhookSecrets,
  });
}

/**
 * Says why money that has arrived must not be turned into a fulfilment without somebody's eyes on it.
 *
 * The money itself is real and is remembered either way, so that the order is not offered for payment again.
 */
async function findObjection(payment: StoredPayment, { store }: HandlerContext): Promise<string | undefined> {
  const others = (await store.readOrder(payment.orderId)).filter(
    ({ paymentId }) => paymentId !== payment.paymentId,
  );
  if (others.some(({ report }) => hasMoneyMoved(report.status)))
    return 'the order is paid by another payment already';
  const isAtTodaysPrice =
    !payment.isSuperseded || others.some((other) => !other.isSuperseded && isSameMoney(other, payment));
  return isAtTodaysPrice ? undefined : 'the price of the order has changed since';
}

/** Merges what the event reports, and lets the merchant's handler run where that is what the payment now is. */
async function apply(
  status: PaymentStatus,
  payment: StoredPayment,
  event: WebhookEvent,
  context: HandlerContext,
) {
  const { paymentId, report: before } = payment;
  const details = { eventId: event.id, paymentId };
  const merged = await context.store.report(paymentId, { status, at: event.created * 1000 });
  // A late event, overtaken by a better one, changes nothing.
  if (merged.report.status !== status) return acknowledged();
  if (status === 'succeeded') {
    if (before.status === 'cancelled') context.logger.error('a cancelled payment was paid', details);
    const objection = await findObjection(merged, context);
    if (objection !== undefined) {
      context.logger.error(
        `money arrived and nothing was fulfilled: ${objection}; refund it or fulfil by hand`,
        details,
      );
      return acknowledged();
    }
  }
  return (await runHandler(status, merged, event, context)) === 'done' ? acknowledged() : askAgain();
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
    context.logger.warn('event of an unknown type', { eventId: event.id });
    return acknowledged();
  }
  const subject = await findPaymentOf(event, context);
  switch (subject.kind) {
    case 'known':
      return apply(status, subject.payment, event, context);
    case 'unknown':
      context.logger.warn('event about a payment that is not known (yet)', { eventId: event.id });
      return askAgain();
    case 'mismatch':
      // No retry can mend it, and it must fulfil nothing.
      context.logger.error(`event set aside: its ${subject.what} is not that of the payment`, {
        eventId: event.id,
      });
      return acknowledged();
  }
}
