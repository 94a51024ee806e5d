import type { HandlerContext } from '../HandlerContext.ts';
import { toNewEvent, type IncomingEvent } from './IncomingEvent.ts';

/** Keeps an event aside: it has no effect until somebody replays it, and an operator hears of it. */
export async function quarantine(
  incoming: IncomingEvent,
  reason: string,
  { store, logger }: HandlerContext,
): Promise<'quarantined'> {
  const { event } = await store.keepEvent({ ...toNewEvent(incoming), quarantine: reason });
  if (event.state !== 'quarantined' && event.state !== 'handled') {
    await store.markEvent(event.eventId, { state: 'quarantined', reason });
  }
  logger.error(`event set aside: ${reason}`, { eventId: event.eventId });
  return 'quarantined';
}
