import type { WebhookEvent } from '../../webhooks/parseEvent.ts';
import type { NewEvent } from '../store/PaymentStore.ts';

/** An event on its way through the server half: delivered and signed, or made of what a read of the gateway told. */
export interface IncomingEvent {
  event: WebhookEvent;
  /** The event as JSON, as it arrived. */
  body: string;
  /** Tells the bytes that were signed from any others. */
  digest: string;
}

/** What became of an event: its whole effect, none for ever, or none yet. */
export type EventOutcome = 'handled' | 'quarantined' | 'unmatched' | 'busy';

/** Computes the SHA-256 of bytes, in hexadecimal. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Makes of an event what the store is to remember of it. */
export function toNewEvent({ event, body, digest }: IncomingEvent): NewEvent {
  const { id, externalReferenceId } = event.data.object;
  return {
    eventId: event.id,
    digest,
    body,
    receivedAt: Date.now(),
    ...(externalReferenceId !== undefined && { orderId: externalReferenceId }),
    ...(id !== undefined && { gatewayPaymentId: id }),
  };
}
