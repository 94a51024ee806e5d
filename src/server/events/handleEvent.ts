import { hasMoneyMoved, type PaymentStatus } from '../../protocol/paymentStatus.ts';
import { toEventStatus } from '../../webhooks/parseEvent.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';
import { findObjection } from './findObjection.ts';
import { findPaymentOf } from './findPaymentOf.ts';
import { toNewEvent, type EventOutcome, type IncomingEvent } from './IncomingEvent.ts';
import { quarantine } from './quarantine.ts';
import { runHandlers, type HandlersOutcome } from './runHandlers.ts';

/** As often as HajiQ Pay delivers an event (the guide); after that only `replay` runs its handlers again. */
export const MAX_FAILURES = 6;

async function keepFromFulfilment(
  incoming: IncomingEvent,
  reason: string,
  context: HandlerContext,
): Promise<EventOutcome> {
  const what = 'money arrived and nothing was fulfilled: refund it or fulfil by hand';
  context.logger.error(what, { eventId: incoming.event.id });
  return quarantine(incoming, reason, context);
}

/** Runs the handlers, and marks the event handled when all have returned. */
async function finish(
  incoming: IncomingEvent,
  status: PaymentStatus | undefined,
  payment: StoredPayment | undefined,
  context: HandlerContext,
): Promise<EventOutcome> {
  const { store, logger } = context;
  const { event } = incoming;
  let outcome: HandlersOutcome;
  try {
    outcome = await runHandlers(event, status, payment, context);
  } catch (error) {
    const { failures } = await store.markEvent(event.id, { hasFailed: true });
    if (failures >= MAX_FAILURES) {
      const remedy = 'mend it, then call replay with the id of the event';
      logger.error(`a handler has thrown ${failures} times: ${remedy}`, { eventId: event.id });
    }
    throw error;
  }
  if (outcome === 'busy') return 'busy';
  if (outcome === 'paid-by-another') {
    return keepFromFulfilment(incoming, 'the order is paid by another payment already', context);
  }
  await store.markEvent(event.id, { state: 'handled' });
  return 'handled';
}

/** Merges what an event reports of a payment, and sees whether it may be acted upon. */
async function apply(
  incoming: IncomingEvent,
  status: PaymentStatus,
  { paymentId, report: before }: StoredPayment,
  context: HandlerContext,
): Promise<EventOutcome> {
  const { store, logger } = context;
  const { event } = incoming;
  const kept = await store.keepEvent(toNewEvent(incoming), {
    paymentId,
    report: { status, at: event.created * 1000 },
  });
  // Another instance was faster.
  if (kept.payment === undefined) return kept.event.state === 'quarantined' ? 'quarantined' : 'handled';
  const now = kept.payment.report.status;
  const details = { eventId: event.id, paymentId };

  if (status === 'cancelled' && hasMoneyMoved(now)) {
    logger.error('a paid payment was reported as cancelled: it stays paid', details);
  }
  if (status === 'succeeded' && now === status) {
    if (before.status === 'cancelled') logger.error('a cancelled payment was paid', details);
    const objection = await findObjection(kept.payment, context);
    if (objection !== undefined) return keepFromFulfilment(incoming, objection, context);
  }
  return finish(incoming, status, kept.payment, context);
}

/**
 * Gives an authentic event its effect: remembers it, merges its status, and runs the merchant's handlers.
 *
 * It may be called with the same event any number of times, on any instance, at once: what is done is not done again.
 *
 * @throws What a handler of the merchant throws, and what the store throws.
 */
export async function handleEvent(incoming: IncomingEvent, context: HandlerContext): Promise<EventOutcome> {
  const { event, digest } = incoming;
  const kept = await context.store.keepEvent(toNewEvent(incoming));
  if (kept.event.digest !== digest) {
    const other = { ...incoming, event: { ...event, id: `${event.id}#${digest.slice(0, 16)}` } };
    return quarantine(other, 'an event of the same id said something else before', context);
  }
  if (kept.event.state === 'handled' || kept.event.state === 'quarantined') return kept.event.state;

  const status = toEventStatus(event.type);
  if (status === undefined) {
    context.logger.warn('event of an unknown type', { eventId: event.id });
    return finish(incoming, undefined, undefined, context);
  }
  // Only now that the event is remembered: a payment that is being made looks for those that came before it.
  const subject = await findPaymentOf(event, context);
  switch (subject.kind) {
    case 'known':
      return apply(incoming, status, subject.payment, context);
    case 'mismatch':
      // No retry can mend it, and it must fulfil nothing.
      return quarantine(incoming, `its ${subject.what} is not that of the payment`, context);
    case 'unknown':
      return 'unmatched';
  }
}
