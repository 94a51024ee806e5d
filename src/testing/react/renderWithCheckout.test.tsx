import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CardFields, useHajiqCheckout } from '../../index.ts';
import { fakeStripe, scriptedBackend } from '../index.ts';
import { renderWithCheckout } from './index.ts';

/** A merchant's own payment, with words and a button of its own. */
function GiftPayment() {
  const checkout = useHajiqCheckout();
  if (checkout.state === 'succeeded') return <p>Your gift is on its way.</p>;
  const words = 'error' in checkout && checkout.error ? 'Please try another card.' : 'Pay for the gift';
  return (
    <>
      <CardFields />
      <p>{words}</p>
      <button onClick={() => void checkout.pay()} disabled={!checkout.card.isReady}>
        Give
      </button>
    </>
  );
}

const complaints: unknown[] = [];
beforeEach(() => {
  complaints.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...words) => void complaints.push(words));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  sessionStorage.clear();
  if (complaints.length > 0) throw new Error(`The console complained: ${String(complaints)}`);
});

describe('the complete checkout', () => {
  it('is paid', async () => {
    const onSucceeded = vi.fn();
    const checkout = renderWithCheckout(undefined, { onSucceeded });
    await checkout.pay();
    await checkout.awaitState('succeeded');
    expect(screen.getByText('Paid')).toBeTruthy();
    expect(onSucceeded).toHaveBeenCalledOnce();
    expect(checkout.stripe.confirmations()).toHaveLength(1);
    expect(checkout.backend.requests('POST /payments')[0]?.body).toEqual({ orderId: 'ORDER-1' });
  });

  it('waits for the webhook before it says paid', async () => {
    const checkout = renderWithCheckout(undefined, { backend: scriptedBackend({ statuses: ['pending'] }) });
    await checkout.pay();
    await checkout.awaitState('verifying');
    checkout.backend.report('succeeded');
    await checkout.awaitState('succeeded');
  });

  it('is asked about twice, and paid at the third time', async () => {
    const backend = scriptedBackend({ statuses: ['pending', 'pending', 'succeeded'] });
    const checkout = renderWithCheckout(undefined, { backend });
    await checkout.pay();
    await checkout.awaitState('succeeded');
    expect(backend.requests('GET /payments/{paymentId}')).toHaveLength(3);
  });

  it('is declined, and paid with another card', async () => {
    const stripe = fakeStripe();
    stripe.nextOutcome({ declines: 'card_declined', declineCode: 'insufficient_funds' });
    const checkout = renderWithCheckout(undefined, { stripe });
    await checkout.pay();
    await checkout.awaitState('declined');
    expect(screen.getByText(/There is not enough money on this card/)).toBeTruthy();
    await checkout.pay();
    await checkout.awaitState('succeeded');
    expect(stripe.confirmations()).toHaveLength(2);
  });

  it.each([
    ['passes', 'succeeded'],
    ['fails', 'declined'],
  ] as const)('asks for 3-D Secure, which the customer %s', async (decision, state) => {
    const checkout = renderWithCheckout(undefined, { stripe: fakeStripe({ outcome: 'challenges' }) });
    await checkout.pay();
    await checkout.awaitState('confirming');
    if (decision === 'passes') await checkout.stripe.passChallenge();
    else await checkout.stripe.failChallenge();
    await checkout.awaitState(state);
  });

  it('is declined by the bank after 3-D Secure', async () => {
    const checkout = renderWithCheckout(undefined, { stripe: fakeStripe({ outcome: 'challenges' }) });
    await checkout.pay();
    await checkout.stripe.passChallenge({ declines: 'expired_card' });
    await checkout.awaitState('declined');
    expect(screen.getByText(/This card has expired/)).toBeTruthy();
  });

  it('is confirmed once, however often Pay is clicked while the bank takes its time', async () => {
    const checkout = renderWithCheckout();
    const release = checkout.stripe.hold();
    await checkout.pay();
    await checkout.awaitState('confirming');
    const form = document.querySelector('form');
    form?.requestSubmit();
    await expect(checkout.awaitState('succeeded', { timeoutMs: 100 })).rejects.toThrow('confirming');
    release();
    await checkout.awaitState('succeeded');
    expect(checkout.stripe.confirmations()).toHaveLength(1);
  });

  it.each([
    ['is lost', 'ready', /The connection was lost/],
    ['succeeds unheard', 'verifying', /Confirming your payment/],
    ['processes', 'verifying', /Confirming your payment/],
  ] as const)('tells no more than is known when a confirmation %s', async (outcome, state, words) => {
    const backend = scriptedBackend({ statuses: ['pending'] });
    const checkout = renderWithCheckout(undefined, { backend, stripe: fakeStripe({ outcome }) });
    await checkout.pay();
    await screen.findByText(words);
    await checkout.awaitState(state);
  });

  it('sends nothing while the fields are empty', async () => {
    const checkout = renderWithCheckout();
    await checkout.awaitState('ready');
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(false));
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText('Your card number is incomplete.');
    expect(checkout.stripe.confirmations()).toEqual([]);
  });

  it('tells what is wrong in the card', async () => {
    const checkout = renderWithCheckout();
    await screen.findByTitle('Secure card payment input frame');
    await checkout.awaitState('ready');
    checkout.stripe.fillInWrong('invalid_number');
    expect(screen.getByRole('alert').textContent).toBe('Your card number is invalid.');
    checkout.stripe.clear();
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('says that it cannot be paid while Stripe.js is blocked, and works once it is let through', async () => {
    const onError = vi.fn();
    const stripe = fakeStripe({ isBlocked: true });
    const checkout = renderWithCheckout(undefined, { stripe, onError });
    await checkout.awaitState('unavailable');
    expect(onError.mock.lastCall).toMatchObject([{ code: 'stripe_js_unreachable' }]);
    stripe.unblock();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await checkout.pay();
    await checkout.awaitState('succeeded');
  });

  it('says that it cannot be paid while the backend is away, and works once it is back', async () => {
    const backend = scriptedBackend({ payments: ['unreachable', 'payment'] });
    const checkout = renderWithCheckout(undefined, { backend, onError: () => {} });
    await checkout.awaitState('unavailable');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await checkout.awaitState('ready');
  });

  it('shows an order that was paid before as paid', async () => {
    const backend = scriptedBackend();
    backend.report('succeeded');
    const checkout = renderWithCheckout(undefined, { backend });
    await checkout.awaitState('succeeded');
  });

  it('is not known to be paid when no webhook comes', async () => {
    const backend = scriptedBackend({ statuses: ['pending'] });
    const checkout = renderWithCheckout(undefined, { backend, patienceMs: 0 });
    await checkout.pay();
    await checkout.awaitState('unknown');
    backend.report('succeeded');
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await checkout.awaitState('succeeded');
  });

  it('is asked for by the click, at the price of that moment', async () => {
    const total = { amount: 5000, currency: 'USD' };
    const checkout = renderWithCheckout(undefined, { intent: 'on-pay', total });
    await checkout.awaitState('ready');
    checkout.backend.setPrice({ amount: 6000, currency: 'USD' });
    await checkout.pay();
    await screen.findByText(/The total has changed/);
    expect(checkout.stripe.confirmations()).toEqual([]);
  });

  it('takes a donation of the donor’s amount', async () => {
    const backend = scriptedBackend({ donation: { min: 500, max: 100_000, currencies: ['USD'] } });
    const checkout = renderWithCheckout(undefined, { backend, donation: { presets: [2500] } });
    await screen.findByRole('button', { name: 'Donate $25.00' });
    await checkout.pay();
    await checkout.awaitState('succeeded');
    expect(backend.requests('POST /payments')[0]?.body).toMatchObject({ amount: 2500, currency: 'USD' });
  });

  it('leaves nothing of Stripe on the page when it is gone', async () => {
    const checkout = renderWithCheckout();
    await checkout.awaitState('ready');
    expect(window).toHaveProperty('Stripe');
    checkout.unmount();
    expect(window).not.toHaveProperty('Stripe');
  });
});

describe('a checkout of the merchant’s own', () => {
  it('is paid by its own button', async () => {
    const checkout = renderWithCheckout(<GiftPayment />);
    await checkout.awaitState('ready');
    const give = screen.getByRole<HTMLButtonElement>('button', { name: 'Give' });
    await waitFor(() => expect(give.disabled).toBe(false));
    checkout.stripe.fillIn();
    fireEvent.click(give);
    await screen.findByText('Your gift is on its way.');
    expect(checkout.state()).toBe('succeeded');
  });

  it('says that there is no button of the package to click', async () => {
    const checkout = renderWithCheckout(<GiftPayment />);
    await expect(checkout.pay()).rejects.toThrow('click your own');
  });

  it('stands in what is around it', async () => {
    renderWithCheckout(<GiftPayment />, { wrapper: ({ children }) => <main>{children}</main> });
    await waitFor(() => expect(document.querySelector('main button')).toBeTruthy());
  });
});

describe('the Payment Element', () => {
  it('keeps its faults in its frame', async () => {
    const checkout = renderWithCheckout(undefined, { fields: 'payment' });
    await screen.findByTitle('Secure payment input frame');
    await checkout.awaitState('ready');
    checkout.stripe.fillInWrong('invalid_number');
    expect(screen.queryByText('Your card number is invalid.')).toBeNull();
  });

  it.each(['eager', 'on-pay'] as const)('is paid with, %s', async (intent) => {
    const total = { amount: 5000, currency: 'USD' };
    const billingDetails = { name: 'Maryam', email: 'maryam@example.com' };
    const checkout = renderWithCheckout(undefined, { fields: 'payment', intent, total, billingDetails });
    await checkout.pay();
    await checkout.awaitState('succeeded');
    const [confirmation] = checkout.stripe.confirmations();
    expect(confirmation?.billingDetails).toEqual(billingDetails);
    expect(confirmation?.clientSecret).toMatch(/^pi_\w+_secret_\w+$/);
  });
});
