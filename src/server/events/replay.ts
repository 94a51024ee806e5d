import { WebhookError } from '../../errors/WebhookError.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { handleStoredEvent } from './handleStoredEvent.ts';
import type { EventOutcome } from './IncomingEvent.ts';

/**
 * Runs a remembered event again, as if it had just been delivered: one whose handler has thrown too often, or one that
 * was set aside and is thought to be right. What is done already is not done twice.
 *
 * @throws {WebhookError} `unknown_event` when no event of this id is remembered.
 * @throws What a handler of the merchant throws.
 */
export async function replay(eventId: string, context: HandlerContext): Promise<EventOutcome> {
  const { store } = context;
  const [event] = await store.findEvents({ eventId });
  if (event === undefined) throw new WebhookError('unknown_event');
  // What was kept aside beside an event of the same id bears a mark behind it.
  const isBeside = eventId.includes('#');
  if (event.state === 'quarantined' && !isBeside) await store.markEvent(eventId, { state: 'unmatched' });
  const outcome = await handleStoredEvent(event, context);
  if (isBeside && outcome === 'handled') await store.markEvent(eventId, { state: 'handled' });
  return outcome;
}
