import type { PaymentIntentResult } from '@stripe/stripe-js';
import { callApi } from '../wire/callApi.ts';
import { parseClientSecret } from '../wire/clientSecret.ts';
import type { StandIn } from './StandIn.ts';

/**
 * Asks the API how a payment stands.
 *
 * @throws {IntegrationError} When the client secret has not the shape of one.
 */
export function retrievePaymentIntent(
  { base, publishableKey }: StandIn,
  secret: unknown,
  method = 'stripe.retrievePaymentIntent',
): Promise<PaymentIntentResult> {
  const { paymentIntentId, clientSecret } = parseClientSecret(secret, method);
  const query = new URLSearchParams({ client_secret: clientSecret }).toString();
  return callApi({ base, publishableKey, path: `/v1/payment_intents/${paymentIntentId}?${query}` });
}
