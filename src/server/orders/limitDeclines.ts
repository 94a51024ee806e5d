import { findPaymentOf } from '../events/findPaymentOf.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { WebhookEvent } from '../../webhooks/parseEvent.ts';
import { withdraw } from './withdraw.ts';

/**
 * Withdraws a payment on which too many cards were declined: whoever tests stolen cards with its client secret has to
 * come back for another, and finds the order locked. Never rejects.
 */
export async function limitDeclines(event: WebhookEvent, context: HandlerContext): Promise<void> {
  try {
    const subject = await findPaymentOf(event, context);
    if (subject.kind !== 'known' || subject.payment.declines < context.maxDeclines) return;
    const { paymentId, orderId, declines } = subject.payment;
    context.logger.error('too many cards were declined: the order is locked', {
      paymentId,
      orderId,
      declines,
    });
    await withdraw(subject.payment, context);
  } catch (error) {
    context.logger.error('the payment of a locked order could not be withdrawn', {
      eventId: event.id,
      error,
    });
  }
}
