import type { PaymentIntentResult } from '@stripe/stripe-js';
import { notInSandbox } from '../wire/IntegrationError.ts';
import { authenticate } from './authenticate.ts';
import type { StandIn } from './StandIn.ts';

/** Takes a payment on from the API's answer to its confirmation, through the challenge where the card asks for one. */
export async function finishConfirmation(
  standIn: StandIn,
  clientSecret: string,
  result: PaymentIntentResult,
): Promise<PaymentIntentResult> {
  if (result.error !== undefined) return result;
  const { paymentIntent } = result;
  switch (paymentIntent.status) {
    case 'requires_action':
      return authenticate(standIn, clientSecret, paymentIntent);
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
