import { toEventStatus, type WebhookEvent, type WebhookPayment } from '../../webhooks/parseEvent.ts';

export interface WebhookEventInput {
  /** `payment.succeeded`, `payment.failed`, `payment.cancelled`, or whatever HajiQ Pay may add. */
  type: string;
  /** What it says of the payment. The status is the type's, unless it is given. */
  payment: WebhookPayment;
  /** Defaults to an id of its own. */
  id?: string;
  /** When it happened, in seconds since the epoch. Defaults to now. */
  created?: number;
}

/**
 * Makes an event as HajiQ Pay does. Sign the same one twice for the duplicate that every backend gets one day.
 *
 * @example
 * const event = webhookEvent({
 *   type: 'payment.succeeded',
 *   payment: { externalReferenceId: 'ORDER-1', amount: 5000, currency: 'USD' },
 * });
 */
export function webhookEvent({ type, payment, id, created }: WebhookEventInput): WebhookEvent {
  return {
    id: id ?? `evt_${crypto.randomUUID().replaceAll('-', '')}`,
    type,
    created: created ?? Math.floor(Date.now() / 1000),
    data: { object: { status: toEventStatus(type), ...payment } },
  };
}
