import type { PaymentIntent, PaymentIntentResult } from '@stripe/stripe-js';
import { connectionLost } from '../wire/callApi.ts';
import { notInSandbox } from '../wire/IntegrationError.ts';
import { openChallenge } from './openChallenge.ts';
import { resultAfterChallenge } from './resultAfterChallenge.ts';
import { retrievePaymentIntent } from './retrievePaymentIntent.ts';
import type { StandIn } from './StandIn.ts';

/** Shows the 3-D Secure challenge of a payment, and asks the API afterwards what came of it. */
export async function authenticate(
  standIn: StandIn,
  clientSecret: string,
  { next_action: nextAction }: PaymentIntent,
): Promise<PaymentIntentResult> {
  if (nextAction?.type !== 'use_stripe_sdk') {
    throw notInSandbox(
      `The next action ${JSON.stringify(nextAction?.type)}`,
      'The sandbox has the 3-D Secure challenge only.',
    );
  }
  const isShown = await openChallenge(standIn, clientSecret);
  if (!isShown) return connectionLost;
  return resultAfterChallenge(await retrievePaymentIntent(standIn, clientSecret));
}
