import type { PaymentIntent } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import { findSessionError } from './readSession.ts';

const intentIn = (status: PaymentIntent.Status) => ({ paymentIntent: { status } as PaymentIntent });

describe('findSessionError', () => {
  it.each(['requires_payment_method', 'requires_confirmation', 'requires_action'] as const)(
    'lets an intent be paid that is %s',
    (status) => expect(findSessionError(intentIn(status))).toBeUndefined(),
  );

  it.each(['succeeded', 'canceled', 'processing', 'requires_capture'] as const)(
    'shows no fields for an intent that is %s',
    (status) =>
      expect(findSessionError(intentIn(status))).toMatchObject({
        type: 'invalid_request_error',
        message: expect.stringContaining('This PaymentIntent is in a terminal state'),
      }),
  );

  it('hands on the API’s own error', () => {
    const error = { type: 'invalid_request_error', code: 'resource_missing' } as const;
    expect(findSessionError({ error })).toBe(error);
  });
});
