import { parseEvent } from '../../webhooks/parseEvent.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredEvent } from '../store/PaymentStore.ts';
import { handleEvent } from './handleEvent.ts';
import type { EventOutcome } from './IncomingEvent.ts';

/** Gives a remembered event its effect. @throws What a handler of the merchant throws. */
export async function handleStoredEvent(
  { body, digest }: StoredEvent,
  context: HandlerContext,
): Promise<EventOutcome> {
  return handleEvent({ event: parseEvent(new TextEncoder().encode(body)), body, digest }, context);
}
