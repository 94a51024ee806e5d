import { RequestError } from '../../errors/RequestError.ts';
import { WebhookError } from '../../errors/WebhookError.ts';
import { openDelivery } from '../../webhooks/openDelivery.ts';
import { parseEvent, type WebhookEvent } from '../../webhooks/parseEvent.ts';
import { assertJson } from '../assertJson.ts';
import { handleEvent } from '../events/handleEvent.ts';
import { digestOf, type EventOutcome, type IncomingEvent } from '../events/IncomingEvent.ts';
import { quarantine } from '../events/quarantine.ts';
import { settleStale } from '../events/settleStale.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import { limitDeclines } from '../orders/limitDeclines.ts';
import { atMost } from '../atMost.ts';
import { readBytes } from '../readBytes.ts';
import type { Call } from './Call.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** How long an answer waits for a tested payment to be withdrawn, in milliseconds. */
const LIMIT_MS = 2_000;

/** The guide retries until exactly 200. */
const acknowledged = () => new Response('OK', { status: 200, headers: { 'Cache-Control': 'no-store' } });
const askAgain = () =>
  new Response('Try again', { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': '2' } });

function readEvent(bytes: Uint8Array): WebhookEvent | WebhookError {
  try {
    return parseEvent(bytes);
  } catch (error) {
    if (error instanceof WebhookError) return error;
    throw error;
  }
}

/** Keeps what was well signed and cannot be read as an event: no retry can mend it, and it must not be lost. */
async function keepUnreadable(
  bytes: Uint8Array,
  digest: string,
  context: HandlerContext,
  error: WebhookError,
) {
  await context.store.keepEvent({
    eventId: `unreadable_${digest}`,
    digest,
    // A database takes no NUL in a text.
    body: new TextDecoder().decode(bytes).replaceAll('\0', '\uFFFD'),
    receivedAt: Date.now(),
    quarantine: error.message,
  });
  context.logger.error(`event set aside: ${error.message}`, { eventId: `unreadable_${digest}` });
}

async function handle(
  incoming: IncomingEvent,
  isStale: boolean,
  type: string | null,
  context: HandlerContext,
) {
  const { event } = incoming;
  if (type !== null && type !== event.type) {
    // Only the body is signed. Kept beside, so that whoever can change a header cannot stop the event itself.
    const beside = { ...incoming, event: { ...event, id: `${event.id}#type` } };
    return quarantine(beside, 'its header names another type than its body', context);
  }
  return isStale ? settleStale(incoming, context) : handleEvent(incoming, context);
}

function toResponse(outcome: EventOutcome, eventId: string, { logger }: HandlerContext): Response {
  if (outcome === 'handled' || outcome === 'quarantined') return acknowledged();
  if (outcome === 'unmatched') logger.warn('event about a payment that is not known (yet)', { eventId });
  return askAgain();
}

/**
 * `POST /webhook`: takes a delivery, merges the status it reports, and fulfils.
 *
 * The signature is checked over the raw bytes before anything else. The answer is 200 when the delivery has had its
 * whole effect, or can have none; anything that may work later is answered so that HajiQ Pay sends it again.
 */
export async function receiveWebhook({ request }: Call, context: HandlerContext): Promise<Response> {
  assertJson(request);
  const body = await readBytes(request, MAX_BODY_BYTES).catch((error: unknown) => {
    if (error instanceof RequestError && error.code === 'body_too_slow') return undefined;
    throw error;
  });
  if (body === undefined) return askAgain();
  const { bytes, isStale } = await openDelivery({
    body,
    signature: request.headers.get('x-hajiq-signature'),
    secrets: context.webhookSecrets,
  });
  const digest = await digestOf(bytes);
  const event = readEvent(bytes);
  if (event instanceof WebhookError) {
    await keepUnreadable(bytes, digest, context, event);
    return acknowledged();
  }
  const incoming = { event, body: new TextDecoder().decode(bytes), digest };
  const outcome = await handle(incoming, isStale, request.headers.get('x-hajiq-event-type'), context);
  if (outcome === 'handled' && event.type === 'payment.failed') {
    // The gateway waits for this answer, and may be slow to cancel: that goes on beside it.
    await atMost(LIMIT_MS, limitDeclines(event, context));
  }
  return toResponse(outcome, event.id, context);
}
