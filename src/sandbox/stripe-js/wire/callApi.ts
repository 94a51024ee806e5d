import type { PaymentIntent, PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import { isRecord } from '../../../protocol/isRecord.ts';
import { encodeForm, type FormRecord } from './encodeForm.ts';

interface ApiCall {
  /** The address the stand-in is served under. */
  readonly base: string;
  readonly publishableKey: string;
  readonly path: string;
  /** Sent as the body of a POST; without it the call is a GET. */
  readonly form?: FormRecord;
}

const connectionError: StripeError = {
  type: 'api_connection_error',
  message: 'We could not reach the payment service. Please check your connection and try again.',
};

function isPaymentIntent(answer: unknown): answer is PaymentIntent {
  return isRecord(answer) && answer.object === 'payment_intent' && typeof answer.status === 'string';
}

function isStripeError(error: unknown): error is StripeError {
  return isRecord(error) && typeof error.type === 'string';
}

/** The result of a call that may or may not have arrived: what became of the payment is not known. */
export const connectionLost: PaymentIntentResult = { error: connectionError };

/**
 * Finds the API of the stand-in served under this address.
 *
 * Where a test serves it in the place of Stripe.js itself, its API is where Stripe's is, as a page's
 * Content-Security-Policy expects.
 */
export function toApiBase(base: string): string {
  return base === 'https://js.stripe.com' ? 'https://api.stripe.com' : base;
}

/** Calls the sandbox's Stripe API and gives what a Stripe.js promise would: it never rejects. */
export async function callApi({ base, publishableKey, path, form }: ApiCall): Promise<PaymentIntentResult> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(`${toApiBase(base)}${path}`, {
      method: form === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${publishableKey}` },
      credentials: 'omit',
      cache: 'no-store',
      // A confirmation goes on when the page takes its frame away, as it does at Stripe.
      keepalive: form !== undefined,
      ...(form === undefined ? {} : { body: encodeForm(form) }),
    });
    answer = await response.json().catch(() => undefined);
  } catch {
    return connectionLost;
  }
  if (response.ok && isPaymentIntent(answer)) return { paymentIntent: answer };
  if (isRecord(answer) && isStripeError(answer.error)) return { error: answer.error };
  const message = `The sandbox API answered ${response.status} with a body that is neither a payment intent nor an error.`;
  return { error: { type: 'api_error', message } };
}
