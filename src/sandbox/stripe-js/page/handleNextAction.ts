import type { PaymentIntentResult } from '@stripe/stripe-js';
import { parseClientSecret } from '../wire/clientSecret.ts';
import { assertKnownKeys } from './assertKnownKeys.ts';
import { authenticate } from './authenticate.ts';
import { retrievePaymentIntent } from './retrievePaymentIntent.ts';
import type { StandIn } from './StandIn.ts';

const METHOD = 'stripe.handleNextAction';

/**
 * Takes the customer through the 3-D Secure challenge a payment is waiting for.
 *
 * @throws {IntegrationError} When the options hold anything but a client secret.
 */
export function handleNextAction(standIn: StandIn, options: unknown): Promise<PaymentIntentResult> {
  const { clientSecret } = assertKnownKeys(options, ['clientSecret'], 'handleNextAction(options)');
  const secret = parseClientSecret(clientSecret, METHOD).clientSecret;
  return handle(standIn, secret);
}

async function handle(standIn: StandIn, clientSecret: string): Promise<PaymentIntentResult> {
  const result = await retrievePaymentIntent(standIn, clientSecret, METHOD);
  if (result.error !== undefined) return result;
  if (result.paymentIntent.status === 'requires_action')
    return authenticate(standIn, clientSecret, result.paymentIntent);
  const message = `handleNextAction: the payment is in the ${result.paymentIntent.status} state and waits for no action of the customer.`;
  return {
    error: {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      message,
      payment_intent: result.paymentIntent,
    },
  };
}
