import { describe, expect, it } from 'vitest';
import { ConfigError } from '../errors/ConfigError.ts';
import { PaymentError } from '../errors/PaymentError.ts';
import { RequestError } from '../errors/RequestError.ts';
import type { Payment, PreparedPayment } from '../protocol/payment.ts';
import type { PaymentStatus } from '../protocol/paymentStatus.ts';
import {
  initialState,
  isUndecided,
  reduceCheckout,
  type CheckoutEvent,
  type CheckoutState,
} from './checkoutState.ts';
import { newStatusWatch } from './statusWatch.ts';

const prepared: PreparedPayment = { clientSecret: 'pi_1_secret_1', status: 'pending', isNew: true };
const payment = (status: PaymentStatus): Payment => ({
  paymentId: 'p',
  status,
  amount: 5000,
  currency: 'USD',
  updatedAt: '2026-01-01T00:00:00.000Z',
});
const declined = new PaymentError('card_declined', { customerMessage: 'Declined.' });
const down = new RequestError('backend_unreachable');

const received = {
  type: 'payment-received',
  received: { kind: 'prepared', payment: prepared },
} satisfies CheckoutEvent;
const stripeLoaded: CheckoutEvent = { type: 'stripe-loaded' };
const pay: CheckoutEvent = { type: 'pay' };
const accepted = (intentStatus: 'succeeded' | 'processing' = 'succeeded'): CheckoutEvent => ({
  type: 'confirmed',
  outcome: { kind: 'accepted', intentStatus },
});
const decline: CheckoutEvent = { type: 'confirmed', outcome: { kind: 'declined', error: declined } };
const unproven: CheckoutEvent = { type: 'confirmed', outcome: { kind: 'unproven' } };
const watched = (status: PaymentStatus, end?: 'settled' | 'out-of-patience'): CheckoutEvent => ({
  type: 'watched',
  watch: { ...newStatusWatch, payment: payment(status), end },
});

const run = (...events: CheckoutEvent[]) => events.reduce(reduceCheckout, initialState);
const toReady = [received, stripeLoaded];

describe('reduceCheckout', () => {
  it('is ready when both the payment and Stripe.js are there, in either order', () => {
    expect(run(received).state).toBe('loading');
    expect(run(stripeLoaded).state).toBe('loading');
    expect(run(received, stripeLoaded)).toEqual(run(stripeLoaded, received));
    expect(run(...toReady).state).toBe('ready');
  });

  it('verifies what Stripe accepted, and never calls it paid', () => {
    expect(run(...toReady, pay, accepted()).state).toBe('verifying');
  });

  it.each(['succeeded', 'cancelled', 'refunded'] as const)('is %s when the backend says so', (status) => {
    expect(run(...toReady, pay, accepted(), watched(status, 'settled'))).toEqual({
      state: status,
      payment: payment(status),
    });
    expect(
      run({ type: 'payment-received', received: { kind: 'settled', payment: payment(status) } }).state,
    ).toBe(status);
  });

  it('lets a declined card be followed by another', () => {
    const state = run(...toReady, pay, decline);
    expect(state).toMatchObject({ state: 'declined', error: declined });
    expect(reduceCheckout(state, pay).state).toBe('confirming');
  });

  it('does not take the late news of an earlier decline for a failure', () => {
    expect(run(...toReady, pay, decline, pay, accepted(), watched('failed')).state).toBe('verifying');
    expect(run(...toReady, pay, decline, pay, accepted('processing'), watched('failed')).state).toBe(
      'verifying',
    );
    expect(run(...toReady, pay, accepted(), watched('failed')).state).toBe('verifying');
    expect(run(...toReady, pay, unproven, watched('failed')).state).toBe('verifying');
  });

  it('shows a failure that is proven: the only attempt was processing, and the backend says failed', () => {
    expect(run(...toReady, pay, accepted('processing'), watched('failed')).state).toBe('failed');
  });

  it('says unknown when it does not settle in time, and never failed', () => {
    const unknown = run(...toReady, pay, accepted(), watched('failed', 'out-of-patience'));
    expect(unknown.state).toBe('unknown');
    expect(reduceCheckout(unknown, { type: 'check-again' }).state).toBe('verifying');
    expect(reduceCheckout(unknown, watched('succeeded', 'settled')).state).toBe('succeeded');
  });

  it('verifies when the answer was lost, for the card may have been charged', () => {
    expect(run(...toReady, pay, unproven).state).toBe('verifying');
  });

  const incomplete = new PaymentError('card_incomplete', { customerMessage: 'Incomplete.' });
  const notAttempted: CheckoutEvent = {
    type: 'confirmed',
    outcome: { kind: 'not-attempted', error: incomplete },
  };
  it('stays ready, with the reason, when nothing was sent', () => {
    expect(run(...toReady, pay, notAttempted)).toMatchObject({ state: 'ready', error: incomplete });
  });

  it('remembers an earlier decline across a try that sent nothing', () => {
    const events = [pay, decline, pay, notAttempted, pay, accepted('processing'), watched('failed')];
    expect(run(...toReady, ...events).state).toBe('verifying');
  });

  const lost: CheckoutEvent = {
    type: 'confirmed',
    outcome: { kind: 'lost', error: new PaymentError('confirmation_lost', { customerMessage: 'Lost.' }) },
  };
  it('offers another try when the answer was lost, and goes on listening for the first', () => {
    const state = run(...toReady, pay, lost);
    expect(state).toMatchObject({ state: 'ready', error: { code: 'confirmation_lost' } });
    expect(isUndecided(state)).toBe(true);
    expect(reduceCheckout(state, watched('succeeded', 'settled')).state).toBe('succeeded');
    expect(reduceCheckout(state, watched('pending', 'out-of-patience'))).toBe(state);
    expect(reduceCheckout(state, pay).state).toBe('confirming');
  });

  it('says that nothing was charged only where Stripe refused the only attempt', () => {
    const refused: CheckoutEvent = {
      type: 'confirmed',
      outcome: { kind: 'misconfigured', error: new ConfigError('wrong_key') },
    };
    expect(run(...toReady, pay, refused)).toMatchObject({ state: 'unavailable', isUncharged: true });
    expect(run(...toReady, pay, lost, pay, refused)).toMatchObject({ isUncharged: false });
  });

  it('does not offer what this tab has submitted before, unless the backend can be asked', () => {
    const submitted = { ...received, wasSubmitted: true };
    expect(run(submitted, stripeLoaded).state).toBe('unknown');
    const statusAccess = { paymentId: 'p', statusToken: 't' };
    const followed = { kind: 'prepared', payment: { ...prepared, statusAccess } } as const;
    expect(run({ ...submitted, received: followed }, stripeLoaded).state).toBe('ready');
  });

  describe('for a payment that was there before', () => {
    const receivedAgain = (status: PaymentStatus): CheckoutEvent => ({
      type: 'payment-received',
      received: { kind: 'prepared', payment: { ...prepared, status, isNew: false } },
    });
    const read = (isAccepted: boolean): CheckoutEvent => ({
      type: 'intent-read',
      accepted: isAccepted ? { kind: 'accepted', intentStatus: 'succeeded' } : undefined,
    });

    it('offers it only when Stripe has taken no card for it', () => {
      expect(run(receivedAgain('pending'), stripeLoaded).state).toBe('loading');
      expect(run(receivedAgain('pending'), stripeLoaded, read(false)).state).toBe('ready');
      expect(run(receivedAgain('pending'), stripeLoaded, read(true)).state).toBe('verifying');
    });

    it.each(['succeeded', 'refunded', 'cancelled'] as const)('never offers one that is %s', (status) => {
      expect(run(receivedAgain(status), stripeLoaded).state).toBe('verifying');
    });
  });

  it('is unavailable when a load fails, and loads again on retry', () => {
    const state = run(received, { type: 'load-failed', error: down });
    expect(state).toEqual({ state: 'unavailable', error: down });
    expect(reduceCheckout(state, { type: 'retry' })).toEqual(initialState);
  });

  it('ignores a load that fails after the customer began to pay', () => {
    expect(run(...toReady, pay, { type: 'load-failed', error: down }).state).toBe('confirming');
  });

  const locked: CheckoutState[] = [
    initialState,
    run(...toReady, pay),
    run(...toReady, pay, accepted()),
    run(...toReady, pay, accepted(), watched('pending', 'out-of-patience')),
    run(...toReady, pay, accepted(), watched('succeeded', 'settled')),
    run(...toReady, pay, accepted(), watched('cancelled', 'settled')),
    { state: 'unavailable', error: down },
  ];
  it.each(locked.map((state) => [state.state, state] as const))('cannot be paid while %s', (_, state) => {
    expect(reduceCheckout(state, pay)).toBe(state);
  });

  it('keeps paid whatever comes after', () => {
    const paid = run(...toReady, pay, accepted(), watched('succeeded', 'settled'));
    for (const event of [
      received,
      stripeLoaded,
      pay,
      decline,
      unproven,
      watched('failed'),
      watched('pending', 'out-of-patience'),
    ]) {
      expect(reduceCheckout(paid, event)).toBe(paid);
    }
  });
});
