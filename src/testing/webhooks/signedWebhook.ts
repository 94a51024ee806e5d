import { assertWebhookSecret } from '../../webhooks/assertWebhookSecret.ts';
import type { WebhookEvent } from '../../webhooks/parseEvent.ts';
import { signWebhook } from '../../webhooks/signWebhook.ts';
import { webhookEvent, type WebhookEventInput } from './webhookEvent.ts';

export interface SignedWebhookOptions {
  /** Where it is sent. Defaults to `http://localhost/api/hajiq/webhook`. */
  url?: string;
  /** How long ago it was signed, in seconds: more than 300 is stale, less than -300 is of the future. Defaults to 0. */
  signedSecondsAgo?: number;
  /** Signs with another secret, as somebody does who has not got yours. Defaults to false. */
  isForged?: boolean;
}

const toEvent = (input: WebhookEvent | WebhookEventInput): WebhookEvent =>
  'data' in input ? input : webhookEvent(input);

/**
 * Makes a delivery as HajiQ Pay posts it, signed over the bytes of its body, for a handler that takes a `Request`.
 *
 * Given the same {@link webhookEvent} twice it makes a duplicate: the same bytes in a delivery of its own.
 *
 * @param secret The webhook secret of the handler under test, `whsec_…`.
 * @throws {ConfigError} When that is visibly no webhook secret.
 *
 * @example
 * const event = webhookEvent({ type: 'payment.succeeded', payment: { externalReferenceId: 'ORDER-1' } });
 * const answer = await handler(await signedWebhook(event, 'whsec_test_sandbox'));
 * const refused = await handler(await signedWebhook(event, 'whsec_test_sandbox', { isForged: true }));
 */
export async function signedWebhook(
  input: WebhookEvent | WebhookEventInput,
  secret: string,
  { url = 'http://localhost/api/hajiq/webhook', signedSecondsAgo = 0, isForged }: SignedWebhookOptions = {},
): Promise<Request> {
  assertWebhookSecret(secret);
  const event = toEvent(input);
  const body = new TextEncoder().encode(JSON.stringify(event));
  const signedAt = Math.floor(Date.now() / 1000) - signedSecondsAgo;
  const key = isForged === true ? `${secret} of somebody else` : secret;
  return new Request(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-HajiQ-Signature': await signWebhook(body, key, signedAt),
      'X-HajiQ-Delivery-ID': crypto.randomUUID(),
      'X-HajiQ-Event-Type': event.type,
    },
    body,
  });
}
