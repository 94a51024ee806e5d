import type { PaymentIntent, PaymentMethod, Token } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import { isApiObject } from './apiObjects.ts';
import { toPaymentIntentResult, toPaymentMethodResult, toTokenResult } from './apiResults.ts';

describe('isApiObject', () => {
  it.each([
    [{ object: 'payment_intent', id: 'pi_1', status: 'succeeded' }, true],
    [{ object: 'payment_method', id: 'pm_1' }, true],
    [{ object: 'token', id: 'tok_1' }, true],
    [{ object: 'confirmation_token', id: 'ctoken_1' }, true],
    [{ object: 'payment_intent', id: 'pi_1' }, false],
    [{ object: 'charge', id: 'ch_1' }, false],
    [{ object: 'toString', id: 'x' }, false],
    ['<html>', false],
    [undefined, false],
  ])('says of %j: %s', (answer, expected) => expect(isApiObject(answer)).toBe(expected));
});

describe('a result', () => {
  const paymentMethod = { object: 'payment_method', id: 'pm_1' } as PaymentMethod;
  const token = { object: 'token', id: 'tok_1' } as Token;
  const paymentIntent = { object: 'payment_intent', id: 'pi_1' } as PaymentIntent;

  it('is under the name that Stripe.js gives it', () => {
    expect(toPaymentMethodResult({ object: paymentMethod })).toEqual({ paymentMethod });
    expect(toTokenResult({ object: token })).toEqual({ token });
    expect(toPaymentIntentResult({ object: paymentIntent })).toEqual({ paymentIntent });
  });

  it('is an error as it came', () => {
    const error = { type: 'card_error', message: 'Your card was declined.' } as const;
    expect(toTokenResult({ error })).toEqual({ error });
  });

  it('is an error where something else came than was asked for', () =>
    expect(toTokenResult({ object: paymentMethod })).toMatchObject({ error: { type: 'api_error' } }));
});
