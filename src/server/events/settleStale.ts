import { GatewayError } from '../../errors/GatewayError.ts';
import { isSettled } from '../../protocol/paymentStatus.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { findPaymentOf } from './findPaymentOf.ts';
import { handleEvent } from './handleEvent.ts';
import type { EventOutcome, IncomingEvent } from './IncomingEvent.ts';
import { quarantine } from './quarantine.ts';
import { settleByRead } from './settleByRead.ts';

/** The least time between two reads of a payment that stale deliveries ask for, in milliseconds. */
const GAP_MS = 10_000;

/**
 * Gives a well-signed delivery of long ago its effect, without believing it: what it says may have been overtaken, and
 * whoever sends it may have found it.
 *
 * One that came in time before is a retry, and is known to be true. Any other is kept aside, and the gateway is asked
 * how the payment stands.
 *
 * @throws What a handler of the merchant throws.
 */
export async function settleStale(incoming: IncomingEvent, context: HandlerContext): Promise<EventOutcome> {
  const { event, digest } = incoming;
  const [known] = await context.store.findEvents({ eventId: event.id });
  if (known?.digest === digest) return handleEvent(incoming, context);

  context.logger.warn('a delivery was signed long ago: is the clock of this server right?', {
    eventId: event.id,
  });
  await quarantine({ ...incoming, event: { ...event, id: `${event.id}#stale` } }, 'it is stale', context);
  const subject = await findPaymentOf(event, context);
  if (subject.kind === 'unknown') return 'unmatched';
  if (subject.kind === 'mismatch') return 'quarantined';
  if (isSettled(subject.payment.report.status)) return 'handled';
  try {
    const payment = await settleByRead(subject.payment, { gapMs: GAP_MS, asker: 'delivery' }, context);
    return isSettled(payment.report.status) ? 'handled' : 'busy';
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    context.logger.error('a stale delivery could not be settled by a read of the gateway', {
      eventId: event.id,
      error,
    });
    return 'busy';
  }
}
