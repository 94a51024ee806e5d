import type { Stripe, StripeError } from '@stripe/stripe-js';
import { describe, expect, it, vi } from 'vitest';
import { confirmAttempt, readIntent } from './confirmAttempt.ts';

type Answer = { error: Partial<StripeError> } | { paymentIntent: unknown } | Error;

const intent = (status: string, lastError: object | null = null) => ({
  status,
  last_payment_error: lastError,
});

/** Stripe.js as far as one confirmation goes: what it answers, and what it says when asked how that ended. */
function stripeAnswering(
  answer: Answer,
  later: Answer = { error: { type: 'api_connection_error' } },
): Stripe {
  const give = async (given: Answer) => {
    if (given instanceof Error) throw given;
    return given;
  };
  return {
    confirmCardPayment: () => give(answer),
    retrievePaymentIntent: () => give(later),
  } as unknown as Stripe;
}
const attempt = (stripe: Stripe) =>
  confirmAttempt(stripe, 'pi_1_secret_1', () => stripe.confirmCardPayment('pi_1_secret_1'));
const confirm = (...answers: Parameters<typeof stripeAnswering>) => attempt(stripeAnswering(...answers));
const lost: Answer = { error: { type: 'api_connection_error' } };

describe('confirmAttempt', () => {
  it.each([
    ['succeeded', 'succeeded'],
    ['requires_capture', 'succeeded'],
    ['processing', 'processing'],
  ])('takes an intent that is %s as accepted', async (status, intentStatus) => {
    expect(await confirm({ paymentIntent: intent(status) })).toEqual({ kind: 'accepted', intentStatus });
  });

  it('tells a decline with its codes', async () => {
    const error = { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' } as const;
    expect(await confirm({ error })).toMatchObject({
      kind: 'declined',
      error: { code: 'card_declined', stripeCode: 'card_declined', declineCode: 'insufficient_funds' },
    });
  });

  it('tells a failed 3-D Secure, which Stripe reports as an invalid request', async () => {
    const error = { type: 'invalid_request_error', code: 'payment_intent_authentication_failure' } as const;
    expect(await confirm({ error })).toMatchObject({
      kind: 'declined',
      error: { code: 'authentication_failed' },
    });
  });

  it('tells that nothing was sent when the fields are incomplete', async () => {
    const error = { type: 'validation_error', code: 'incomplete_number' } as const;
    expect(await confirm({ error })).toMatchObject({
      kind: 'not-attempted',
      error: { code: 'card_incomplete' },
    });
  });

  it('takes an intent that had succeeded already for accepted', async () => {
    const error = {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      payment_intent: intent('succeeded'),
    } as unknown as StripeError;
    expect(await confirm({ error })).toMatchObject({ kind: 'accepted' });
  });

  it('tells of an intent that was cancelled, by which nothing can be charged', async () => {
    const error = {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      payment_intent: intent('canceled'),
    } as unknown as StripeError;
    expect(await confirm({ error })).toEqual({ kind: 'withdrawn' });
    expect(await confirm(lost, { paymentIntent: intent('canceled') })).toEqual({ kind: 'withdrawn' });
  });

  it('asks Stripe about a refusal it does not know, and believes the intent', async () => {
    for (const code of ['lock_timeout', 'payment_intent_unexpected_state', undefined]) {
      const error = { type: 'invalid_request_error', code } as const;
      expect(await confirm({ error }, { paymentIntent: intent('succeeded') })).toMatchObject({
        kind: 'accepted',
      });
      expect(await confirm({ error }, lost)).toEqual({ kind: 'unproven' });
    }
  });

  it('blames the set-up, and not the card, when Stripe will not show the intent to this key', async () => {
    const error = {
      type: 'invalid_request_error',
      code: 'resource_missing',
      message: 'No such payment_intent',
    } as const;
    expect(await confirm({ error }, { error })).toMatchObject({
      kind: 'misconfigured',
      error: {
        code: 'wrong_key',
        message: expect.stringMatching(/^Stripe does not let this key pay \(No such payment_intent\)\./),
      },
    });
  });

  it.each(['lock_timeout', 'rate_limit'])('takes %s for no proof that nothing was charged', async (code) => {
    const error = { type: 'invalid_request_error', code } as const;
    expect(await confirm({ error }, { error })).toEqual({ kind: 'unproven' });
  });

  it('asks Stripe how it ended when the answer was lost, and takes only a success for an answer', async () => {
    expect(await confirm(lost, { paymentIntent: intent('succeeded') })).toMatchObject({ kind: 'accepted' });
    const before = { code: 'card_declined', decline_code: 'generic_decline' };
    for (const lastError of [null, before]) {
      expect(
        await confirm(lost, { paymentIntent: intent('requires_payment_method', lastError) }),
      ).toMatchObject({
        kind: 'lost',
        error: { code: 'confirmation_lost' },
      });
    }
  });

  it.each([lost, new Error('offline'), { paymentIntent: intent('requires_action') }])(
    'calls it unproven, and never failed, when nobody can say',
    async (later) => {
      expect(await confirm(lost, later)).toEqual({ kind: 'unproven' });
      expect(await confirm(new Error('who knows'), later)).toEqual({ kind: 'unproven' });
      expect(await confirm({ error: { type: 'api_error' } }, later)).toEqual({ kind: 'unproven' });
    },
  );

  it('does not wait for ever to hear how a lost answer ended', async () => {
    vi.useFakeTimers();
    const silent = {
      confirmCardPayment: () => Promise.reject(new Error('lost')),
      retrievePaymentIntent: () => new Promise(() => {}),
    } as unknown as Stripe;
    const outcome = attempt(silent);
    await vi.advanceTimersByTimeAsync(8_000);
    vi.useRealTimers();
    expect(await outcome).toEqual({ kind: 'unproven' });
  });

  it('survives a Stripe.js that throws at once', async () => {
    const broken = {
      confirmCardPayment: () => {
        throw new TypeError('changed by an extension');
      },
      retrievePaymentIntent: () => {
        throw new TypeError('changed by an extension');
      },
    } as unknown as Stripe;
    expect(await attempt(broken)).toEqual({ kind: 'unproven' });
  });
});

describe('readIntent', () => {
  const read = (later: Answer, isReturn = false) =>
    readIntent(stripeAnswering(lost, later), 'pi_1', isReturn);
  const refused = { paymentIntent: intent('requires_payment_method', { code: 'card_declined' }) };

  it('tells what is proven, and nothing of a payment that is open', async () => {
    expect(await read({ paymentIntent: intent('succeeded') })).toMatchObject({ kind: 'accepted' });
    expect(await read({ paymentIntent: intent('requires_payment_method') })).toBeUndefined();
    expect(await read(new Error('offline'))).toBeUndefined();
  });

  it('tells a decline to those alone who come back from a bank’s page', async () => {
    expect(await read(refused)).toBeUndefined();
    expect(await read(refused, true)).toMatchObject({ kind: 'declined', error: { code: 'card_declined' } });
  });
});
