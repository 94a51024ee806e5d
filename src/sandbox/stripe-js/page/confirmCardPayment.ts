import type { PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import { parseClientSecret } from '../wire/clientSecret.ts';
import { notInSandbox } from '../wire/IntegrationError.ts';
import { assertKnownKeys } from './assertKnownKeys.ts';
import { authenticate } from './authenticate.ts';
import { type ConfirmData, parseConfirmData } from './confirmData.ts';
import type { StandIn } from './StandIn.ts';

/** What Stripe's API answers a second confirmation of a payment whose first is under way. */
const lockTimeout: StripeError = {
  type: 'invalid_request_error',
  code: 'lock_timeout',
  message:
    'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request.',
};

const inFlight = new Set<string>();

/**
 * Confirms a payment with the card in a Card Element, challenge included.
 *
 * The promise rejects only when the page uses it wrongly: whatever happens to the card or the network resolves as
 * `{ error }`. A second call for a payment that is being confirmed resolves with the API's `lock_timeout`.
 *
 * @throws {IntegrationError} When the secret, the data or the options are not what Stripe, or this stand-in, takes.
 */
export function confirmCardPayment(
  standIn: StandIn,
  secret: unknown,
  data: unknown,
  options: unknown,
): Promise<PaymentIntentResult> {
  const { clientSecret } = parseClientSecret(secret, 'stripe.confirmCardPayment');
  const { handleActions } = assertKnownKeys(options, ['handleActions'], 'confirmCardPayment(…, options)');
  const confirmData = parseConfirmData(data);
  if (inFlight.has(clientSecret)) return Promise.resolve({ error: lockTimeout });
  inFlight.add(clientSecret);
  return confirm(standIn, clientSecret, confirmData, handleActions !== false).finally(() =>
    inFlight.delete(clientSecret),
  );
}

async function confirm(
  standIn: StandIn,
  clientSecret: string,
  { card, ...details }: ConfirmData,
  handlesActions: boolean,
): Promise<PaymentIntentResult> {
  const result = await card.confirm({ publishableKey: standIn.publishableKey, clientSecret, ...details });
  if (result.error !== undefined) return result;
  const { paymentIntent } = result;
  switch (paymentIntent.status) {
    case 'requires_action':
      return handlesActions ? authenticate(standIn, clientSecret, paymentIntent) : result;
    case 'succeeded':
    case 'processing':
    case 'requires_capture':
      return result;
    default:
      throw notInSandbox(
        `A payment that is ${paymentIntent.status} after it was confirmed`,
        'Stripe answers a refused confirmation with an error: the sandbox API must do the same.',
      );
  }
}
