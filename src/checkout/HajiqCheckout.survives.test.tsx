import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { HajiqCheckout } from './HajiqCheckout.tsx';
import { awaitReady, awaitState, pageFixture, pageHooks, payButton, status } from './page.fixture.ts';

pageHooks();

/** Takes the amounts out of the page under React, as an extension may that marks them up. */
const removeAmounts = () => document.querySelectorAll('bdi').forEach((amount) => amount.remove());

const comeBack = () =>
  act(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

describe('HajiqCheckout, whatever the browser does', () => {
  it('draws itself anew when an extension has changed the page under it, and confirms once', async () => {
    const { merchant, stripe, props } = pageFixture();
    const release = stripe.hold();
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    removeAmounts();
    await userEvent.click(screen.getByRole('button'));
    await awaitState('confirming');
    expect(screen.getByRole('button').textContent).toBe('Paying…');
    release();
    await awaitState('succeeded');
    expect(stripe.confirmations()).toBe(1);
    expect(merchant.sandbox.payments()).toHaveLength(1);
  });

  it('says that payment is not available where the form cannot be drawn at all, and tries again when asked', async () => {
    const { props } = pageFixture();
    const broken = vi.spyOn(Intl, 'NumberFormat').mockImplementation(() => {
      throw new RangeError('changed by an extension');
    });
    render(<HajiqCheckout {...props} />);
    await awaitState('unavailable');
    broken.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await awaitReady();
  });

  it('asks anew for what it offered when the page comes back from the browser’s memory', async () => {
    const { merchant, props, requests } = pageFixture();
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    const { clientSecret } = await (await merchant.createPayment()).json();
    await merchant.confirm(clientSecret);
    await comeBack();
    await awaitState('succeeded');
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(2);
  });

  it('says so when the total is another one after it came back', async () => {
    const orders = { 'ORDER-1': { amount: 5000, currency: 'USD' as const } };
    const { props } = pageFixture({ orders });
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    orders['ORDER-1'].amount = 7000;
    await comeBack();
    await waitFor(() => expect(payButton().textContent).toBe('Pay $70.00'));
    expect(status()?.textContent).toContain('The total has changed.');
  });

  it('gets the same payment when the answer to its first request was lost', async () => {
    const { merchant, props } = pageFixture();
    let isLost = true;
    const send: typeof fetch = async (input, init) => {
      const answer = await merchant.browse(new Request(input, init));
      if (!isLost) return answer;
      isLost = false;
      throw new TypeError('offline');
    };
    render(<HajiqCheckout {...props} fetch={send} />);
    await awaitState('unavailable');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await awaitReady();
    expect(merchant.sandbox.payments()).toHaveLength(1);
  });

  it('asks once for a payment when it leaves the page before the answer and comes back', async () => {
    const { props, requests } = pageFixture();
    const { unmount } = render(<HajiqCheckout {...props} />);
    unmount();
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    expect(requests).toEqual(['POST /api/hajiq/payments']);
  });

  it('keeps the fields and the payment when the page around it renders again with new closures', async () => {
    const { stripe, props, requests } = pageFixture();
    const elements = vi.spyOn(stripe.stripe, 'elements');
    function Page() {
      const [count, setCount] = useState(0);
      return (
        <>
          <button type="button" onClick={() => setCount(count + 1)}>
            Again
          </button>
          <HajiqCheckout
            {...props}
            billingDetails={{ name: `Donor ${count}` }}
            total={{ amount: 5000, currency: 'USD' }}
            onSucceeded={() => count}
          />
        </>
      );
    }
    render(
      <StrictMode>
        <Page />
      </StrictMode>,
    );
    await awaitReady();
    const frame = document.querySelector('[data-hajiq-part="card-frame"]');
    for (let i = 0; i < 3; i += 1) await userEvent.click(screen.getByRole('button', { name: 'Again' }));
    expect(document.querySelector('[data-hajiq-part="card-frame"]')).toBe(frame);
    expect(elements).toHaveBeenCalledOnce();
    expect(requests).toEqual(['POST /api/hajiq/payments']);
  });

  it('takes what a bank’s page has added out of the address, and believes none of it', async () => {
    const { merchant, props } = pageFixture();
    const { clientSecret } = await (await merchant.createPayment()).json();
    const query = new URLSearchParams({
      order: '7',
      payment_intent: 'pi_1',
      payment_intent_client_secret: clientSecret,
      redirect_status: 'succeeded',
    });
    history.replaceState({ kept: true }, '', `/shop?${query}#pay`);
    render(<HajiqCheckout {...props} />);
    expect(location.href).toMatch(/\/shop\?order=7#pay$/);
    expect(history.state).toEqual({ kept: true });
    await awaitReady();
    history.replaceState(null, '', '/');
  });

  it('tells of the decline at a bank’s page to who comes back from it', async () => {
    const { merchant, props } = pageFixture();
    const { clientSecret } = await (await merchant.createPayment()).json();
    await merchant.confirm(clientSecret, '4000000000009995');
    const query = new URLSearchParams({
      payment_intent: 'pi_1',
      payment_intent_client_secret: clientSecret,
      redirect_status: 'failed',
    });
    history.replaceState(null, '', `/?${query}`);
    render(<HajiqCheckout {...props} />);
    await awaitState('declined');
    expect(status()?.textContent).toContain('There is not enough money on this card.');
    expect(location.search).toBe('');
  });

  it('says that the page is offline while it waits for the backend', async () => {
    const { merchant, props } = pageFixture();
    merchant.sandbox.holdWebhooks();
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('verifying');
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await act(() => window.dispatchEvent(new Event('offline')));
    expect(status()?.textContent).toContain('You are offline');
  });

  it('offers the payment again when the connection is back and Stripe has got no card', async () => {
    const { stripe, props } = pageFixture();
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    const confirm = vi.spyOn(stripe.stripe, 'confirmCardPayment').mockRejectedValue(new Error('offline'));
    const retrieve = vi.spyOn(stripe.stripe, 'retrievePaymentIntent').mockRejectedValue(new Error('offline'));
    await userEvent.click(payButton());
    await awaitState('verifying');
    confirm.mockRestore();
    retrieve.mockRestore();
    await act(() => window.dispatchEvent(new Event('online')));
    await awaitReady();
    expect(status()?.textContent).toContain('you cannot be charged twice');
    await userEvent.click(payButton());
    await awaitState('succeeded');
  });
});
