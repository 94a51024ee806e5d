import type { PaymentIntentResult } from '@stripe/stripe-js';
import { parseClientSecret } from '../wire/clientSecret.ts';
import { assertKnownKeys } from './assertKnownKeys.ts';
import { parseConfirmData } from './confirmData.ts';
import { confirmOnce } from './confirmOnce.ts';
import { finishConfirmation } from './finishConfirmation.ts';
import type { StandIn } from './StandIn.ts';

/**
 * Confirms a payment with the card in a Card Element, challenge included.
 *
 * The promise rejects only when the page uses it wrongly: whatever happens to the card or the network resolves as
 * `{ error }`.
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
  const { card, ...details } = parseConfirmData(data);
  return confirmOnce(clientSecret, async () => {
    const { publishableKey } = standIn;
    const result = await card.confirm({ publishableKey, clientSecret, ...details });
    const waitsForAction = result.paymentIntent?.status === 'requires_action';
    if (waitsForAction && handleActions === false) return result;
    return finishConfirmation(standIn, clientSecret, result);
  });
}
