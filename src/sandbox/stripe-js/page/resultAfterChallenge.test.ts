import type { PaymentIntent } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import { resultAfterChallenge } from './resultAfterChallenge.ts';

function paymentIntent(change: Partial<PaymentIntent>): PaymentIntent {
  return {
    id: 'pi_1',
    object: 'payment_intent',
    amount: 100,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: 'pi_1_secret_2',
    confirmation_method: 'automatic',
    created: 0,
    currency: 'usd',
    description: null,
    last_payment_error: null,
    livemode: false,
    next_action: null,
    payment_method: null,
    payment_method_types: ['card'],
    receipt_email: null,
    setup_future_usage: null,
    shipping: null,
    status: 'succeeded',
    ...change,
  };
}

describe('resultAfterChallenge', () => {
  it('gives the payment when it succeeded', () => {
    const succeeded = paymentIntent({});
    expect(resultAfterChallenge({ paymentIntent: succeeded })).toEqual({ paymentIntent: succeeded });
  });

  it('gives the authentication failure Stripe gives, which is not a card_error', () => {
    const failed = paymentIntent({
      status: 'requires_payment_method',
      last_payment_error: { type: 'invalid_request_error', code: 'payment_intent_authentication_failure' },
    });
    expect(resultAfterChallenge({ paymentIntent: failed })).toEqual({
      error: {
        type: 'invalid_request_error',
        code: 'payment_intent_authentication_failure',
        doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
        message:
          'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
        payment_intent: failed,
      },
    });
  });

  it('gives the card error of a card that was declined after it was authenticated', () => {
    const lastError = {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
    } as const;
    const declined = paymentIntent({ status: 'requires_payment_method', last_payment_error: lastError });
    expect(resultAfterChallenge({ paymentIntent: declined })).toEqual({
      error: { ...lastError, payment_intent: declined },
    });
  });

  it('gives an api_error when the payment still waits for its challenge', () =>
    expect(
      resultAfterChallenge({ paymentIntent: paymentIntent({ status: 'requires_action' }) }).error?.type,
    ).toBe('api_error'));

  it('hands on the error of an API that could not be asked', () => {
    const lost = { error: { type: 'api_connection_error' } } as const;
    expect(resultAfterChallenge(lost)).toBe(lost);
  });
});
