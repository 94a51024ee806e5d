import { describe, expect, it } from 'vitest';
import { ConfigError } from '../errors/ConfigError.ts';
import { PaymentError } from '../errors/PaymentError.ts';
import { RequestError } from '../errors/RequestError.ts';
import type { Payment, PreparedPayment } from '../protocol/payment.ts';
import type { PaymentStatus } from '../protocol/paymentStatus.ts';
import { isUndecided, type CheckoutState } from './checkoutState.ts';
import { initialState, reduceCheckout, type CheckoutEvent } from './reduceCheckout.ts';
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
      outcome: isAccepted ? { kind: 'accepted', intentStatus: 'succeeded' } : undefined,
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

  describe('whose price may have changed', () => {
    const at = (amount: number, isNew = true): CheckoutEvent => ({
      type: 'payment-received',
      received: { kind: 'prepared', payment: { ...prepared, isNew, money: { amount, currency: 'USD' } } },
    });
    const revalidate: CheckoutEvent = { type: 'revalidate' };
    const isOpen: CheckoutEvent = { type: 'intent-read', outcome: undefined };

    it('is looked at anew, and cannot be paid meanwhile', () => {
      const state = run(at(5000), stripeLoaded, revalidate);
      expect(state).toMatchObject({ state: 'loading', shown: { money: { amount: 5000 } } });
      expect(reduceCheckout(state, pay)).toBe(state);
    });

    it('is offered again without a word at the same price', () => {
      expect(run(at(5000), stripeLoaded, revalidate, at(5000, false), isOpen)).toMatchObject({
        state: 'ready',
        error: undefined,
      });
    });

    it.each([true, false])('tells the customer before another price can be paid (new: %s)', (isNew) => {
      const state = run(at(5000), stripeLoaded, revalidate, at(7000, isNew), isOpen);
      expect(state).toMatchObject({
        state: 'ready',
        payment: { money: { amount: 7000 } },
        error: { code: 'amount_changed' },
      });
    });

    it('tells where the page shows another total', () => {
      const pageTotal = { amount: 4000, currency: 'USD' } as const;
      expect(run({ ...at(5000), pageTotal } as CheckoutEvent, stripeLoaded)).toMatchObject({
        state: 'ready',
      });
      expect(run(stripeLoaded, { ...at(5000), pageTotal } as CheckoutEvent)).toMatchObject({
        error: { code: 'amount_changed' },
      });
    });

    it('asks anew when the payment was cancelled under the customer’s hands', () => {
      const withdrawn: CheckoutEvent = { type: 'confirmed', outcome: { kind: 'withdrawn' } };
      const state = run(at(5000), stripeLoaded, pay, withdrawn);
      expect(state).toMatchObject({ state: 'loading', shown: { money: { amount: 5000 } } });
      const error = (amount: number) => reduceCheckout(state, at(amount));
      expect(error(5000)).toMatchObject({ state: 'ready', error: { code: 'not_prepared' } });
      expect(error(7000)).toMatchObject({ state: 'ready', error: { code: 'amount_changed' } });
    });
  });

  describe('that is asked for by the click', () => {
    const leftToClick: CheckoutEvent = { type: 'left-to-click' };
    const click: CheckoutEvent = { type: 'pay', asksFirst: true };
    const costs = (amount: number, shown?: number): CheckoutEvent => ({
      type: 'payment-received',
      received: { kind: 'prepared', payment: { ...prepared, money: { amount, currency: 'USD' } } },
      ...(shown !== undefined && { pageTotal: { amount: shown, currency: 'USD' } }),
    });

    it('is ready when Stripe.js is there', () => {
      expect(run(leftToClick).state).toBe('loading');
      expect(run(leftToClick, stripeLoaded)).toEqual({ state: 'ready', isUntried: true });
      expect(run(stripeLoaded, leftToClick)).toEqual(run(leftToClick, stripeLoaded));
    });

    it('is confirmed when it comes at the price that was shown, or where none was', () => {
      for (const shown of [5000, undefined]) {
        expect(run(leftToClick, stripeLoaded, click, costs(5000, shown))).toMatchObject({
          state: 'confirming',
          payment: { money: { amount: 5000 } },
        });
      }
    });

    it('confirms nothing at another price', () => {
      expect(run(leftToClick, stripeLoaded, click, costs(5000, 4000))).toMatchObject({
        state: 'ready',
        error: { code: 'amount_changed' },
      });
    });

    it('is paid already when the backend says so', () => {
      const settled: CheckoutEvent = {
        type: 'payment-received',
        received: { kind: 'settled', payment: payment('succeeded') },
      };
      expect(run(leftToClick, stripeLoaded, click, settled).state).toBe('succeeded');
    });

    it('keeps the form when it does not come and may come later, and says that nothing was charged', () => {
      expect(run(leftToClick, stripeLoaded, click, { type: 'load-failed', error: down })).toMatchObject({
        state: 'ready',
        error: { code: 'not_prepared', cause: down },
      });
      const error = new RequestError('order_not_found', { status: 404 });
      expect(run(leftToClick, stripeLoaded, click, { type: 'load-failed', error })).toEqual({
        state: 'unavailable',
        error,
        isUncharged: true,
      });
    });

    it('is asked for anew after the amount has changed', () => {
      const state = run(leftToClick, stripeLoaded, click, costs(5000), decline, { type: 'amount-changed' });
      expect(state).toEqual({ state: 'ready', isUntried: false });
    });
  });

  describe('that another window pays', () => {
    const elsewhere: CheckoutEvent = { type: 'confirmed', outcome: { kind: 'elsewhere' } };

    it('is followed and not offered, until the other window is done with it', () => {
      const state = run(...toReady, pay, elsewhere);
      expect(state.state).toBe('elsewhere');
      expect(isUndecided(state)).toBe(true);
      expect(reduceCheckout(state, watched('succeeded', 'settled')).state).toBe('succeeded');
      expect(reduceCheckout(state, watched('failed')).state).toBe('elsewhere');
      expect(reduceCheckout(state, watched('pending', 'out-of-patience')).state).toBe('elsewhere');
      expect(reduceCheckout(state, { type: 'freed' })).toMatchObject({ state: 'loading', shown: prepared });
    });

    it('is not known where the backend cannot be asked', () => {
      expect(run(...toReady, { type: 'submitted-elsewhere' }).state).toBe('unknown');
      expect(run(...toReady, pay, { type: 'submitted-elsewhere' }).state).toBe('confirming');
    });
  });

  it('offers what was lost on the way again once Stripe says that it is open, and nothing else', () => {
    const error = new PaymentError('confirmation_lost', { customerMessage: 'Lost.' });
    const foundOpen: CheckoutEvent = { type: 'found-open', error };
    expect(run(...toReady, pay, unproven, foundOpen)).toMatchObject({ state: 'ready', error });
    const givenUp = watched('pending', 'out-of-patience');
    expect(run(...toReady, pay, unproven, givenUp, foundOpen)).toMatchObject({ state: 'ready', error });
    expect(run(...toReady, pay, accepted(), foundOpen).state).toBe('verifying');
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
    run(...toReady, { type: 'revalidate' }),
    run(...toReady, pay, { type: 'confirmed', outcome: { kind: 'elsewhere' } }),
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
      { type: 'revalidate' } as const,
      { type: 'freed' } as const,
      { type: 'submitted-elsewhere' } as const,
      { type: 'amount-changed' } as const,
      { type: 'load-failed', error: down } as const,
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
