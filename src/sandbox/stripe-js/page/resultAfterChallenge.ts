import type { PaymentIntent, PaymentIntentResult, StripeError } from '@stripe/stripe-js';

const AUTHENTICATION_FAILURE = 'payment_intent_authentication_failure';

function authenticationFailure(paymentIntent: PaymentIntent): StripeError {
  const paymentMethod = paymentIntent.last_payment_error?.payment_method;
  return {
    type: 'invalid_request_error',
    code: AUTHENTICATION_FAILURE,
    doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    ...(paymentMethod === undefined ? {} : { payment_method: paymentMethod }),
    payment_intent: paymentIntent,
  };
}

/** Turns the payment as it stands after a challenge into what a Stripe.js promise resolves with. */
export function resultAfterChallenge(result: PaymentIntentResult): PaymentIntentResult {
  if (result.error !== undefined) return result;
  const { paymentIntent } = result;
  switch (paymentIntent.status) {
    case 'succeeded':
    case 'processing':
    case 'requires_capture':
    case 'requires_confirmation':
      return { paymentIntent };
    case 'requires_payment_method': {
      const lastError = paymentIntent.last_payment_error;
      if (lastError === null || lastError.code === AUTHENTICATION_FAILURE) {
        return { error: authenticationFailure(paymentIntent) };
      }
      return { error: { ...lastError, payment_intent: paymentIntent } };
    }
    default: {
      const message = `The payment is in the ${paymentIntent.status} state after its challenge.`;
      return { error: { type: 'api_error', message, payment_intent: paymentIntent } };
    }
  }
}
