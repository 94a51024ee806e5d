import type { PaymentIntentResult } from '@stripe/stripe-js';
import { callApi } from '../wire/callApi.ts';
import type { Challenge } from '../wire/challengeMessages.ts';
import { parseClientSecret } from '../wire/clientSecret.ts';

/** The address the stand-in is served under: the challenge's pages stand directly below it. */
const base = new URL('.', location.href).href.replace(/\/$/, '');

/** How a challenge ended. */
export type Outcome = 'complete' | 'fail';

/** Tells the sandbox's API how the challenge ended; giving it up is a failure. */
export function sendOutcome(
  { clientSecret, publishableKey }: Challenge,
  outcome: Outcome,
): Promise<PaymentIntentResult> {
  const { paymentIntentId } = parseClientSecret(clientSecret, 'The challenge’s');
  return callApi({
    base,
    publishableKey,
    path: `/v1/payment_intents/${paymentIntentId}/three_d_secure_outcome`,
    form: { client_secret: clientSecret, outcome },
  });
}
