import { WebhookError } from '../errors/WebhookError.ts';
import { openDelivery, type VerifyWebhookInput } from './openDelivery.ts';
import { parseEvent, type WebhookEvent } from './parseEvent.ts';

/**
 * Checks that a delivery was signed by HajiQ Pay and returns its event.
 *
 * The signature covers the bytes of the body, so it is checked before anything is parsed; a forged delivery
 * costs no more than the check. An accepted event is authentic, but may be a duplicate or out of order.
 *
 * @throws {WebhookError} When the signature is missing, malformed, of another secret, or more than five minutes old
 *   or ahead; and when a well-signed body is not an event.
 * @throws {ConfigError} When a secret is empty or of another kind, or when the body was parsed already.
 *
 * @example
 * const event = await verifyWebhook({
 *   body: await request.arrayBuffer(),
 *   signature: request.headers.get('x-hajiq-signature'),
 *   secrets: process.env.HAJIQ_WEBHOOK_SECRET ?? '',
 * });
 *
 * @see The guide, "Webhook Verification".
 */
export async function verifyWebhook(input: VerifyWebhookInput): Promise<WebhookEvent> {
  const { bytes, isStale } = await openDelivery(input);
  if (isStale) throw new WebhookError('stale_signature');
  return parseEvent(bytes);
}
