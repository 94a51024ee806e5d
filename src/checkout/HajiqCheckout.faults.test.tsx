import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { HajiqCheckout, type HajiqCheckoutProps } from './HajiqCheckout.tsx';
import { awaitReady, awaitState, pageFixture, payButton, status, pageHooks } from './page.fixture.ts';

pageHooks();

describe('HajiqCheckout, when something is wrong', () => {
  it('tells the customer that it is unavailable, and the developer why, when the order is unknown', async () => {
    const { props } = pageFixture();
    render(<HajiqCheckout {...props} orderId="ORDER-404" />);
    await awaitState('unavailable');
    expect(status()?.textContent).toBe('This order cannot be paid herePlease contact the shop.');
    expect(screen.queryByRole('button')).toBeNull();
    await waitFor(() =>
      expect(console.error).toHaveBeenCalledWith(expect.stringContaining('order_not_found')),
    );
  });

  it('loads again on a click when the backend was down', async () => {
    const { props } = pageFixture();
    let isDown = true;
    const onError = vi.fn<NonNullable<HajiqCheckoutProps['onError']>>();
    const send: typeof fetch = (...call) => {
      if (isDown) throw new TypeError('fetch failed');
      return (props.fetch ?? fetch)(...call);
    };
    render(<HajiqCheckout {...props} fetch={send} onError={onError} />);
    await awaitState('unavailable');
    await waitFor(() => expect(onError.mock.lastCall).toMatchObject([{ code: 'backend_unreachable' }]));
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await awaitReady();
  });

  it('does not take a page of HTML for an answer', async () => {
    const { props } = pageFixture();
    const onError = vi.fn<NonNullable<HajiqCheckoutProps['onError']>>();
    render(
      <HajiqCheckout {...props} fetch={async () => new Response('<!doctype html>')} onError={onError} />,
    );
    await awaitState('unavailable');
    await waitFor(() => expect(onError.mock.lastCall).toMatchObject([{ code: 'backend_answer_invalid' }]));
  });

  it.each(['sk_live_canary', 'hqp_live_canary', 'whsec_canary', ''])(
    'refuses the key %j and never prints it',
    async (key) => {
      const { props } = pageFixture();
      render(<HajiqCheckout {...props} publishableKey={key} />);
      await awaitState('unavailable');
      await waitFor(() => expect(console.error).toHaveBeenCalledWith(expect.stringContaining('wrong_key')));
      expect(JSON.stringify(vi.mocked(console.error).mock.calls) + document.body.innerHTML).not.toContain(
        'canary',
      );
    },
  );

  it('says so in Arabic too', async () => {
    const { props } = pageFixture();
    render(<HajiqCheckout {...props} orderId="ORDER-404" locale="ar" />);
    await awaitState('unavailable');
    expect(status()?.textContent).toBe('لا يمكن دفع هذا الطلب هنايُرجى التواصل مع المتجر.');
  });

  it('waits for no amount when nothing will come', async () => {
    const { props } = pageFixture();
    render(<HajiqCheckout {...props} fetch={() => Promise.reject(new TypeError('down'))} />);
    await awaitState('unavailable');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(document.querySelector('[aria-busy="true"], [data-hajiq-part="skeleton"]')).toBeNull();
  });

  it('says that the card was not charged when Stripe does not know the payment by this key', async () => {
    const { stripe, props } = pageFixture();
    const refuse = async () => ({ error: { type: 'invalid_request_error', code: 'resource_missing' } });
    Object.assign(stripe.stripe, { confirmCardPayment: refuse, retrievePaymentIntent: refuse });
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('unavailable');
    expect(status()?.textContent).toContain('Your card was not charged. Please contact the shop.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('outlives an onSucceeded that throws, and calls it once', async () => {
    const { props } = pageFixture();
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const onSucceeded = vi.fn(() => {
      throw new Error('of the shop');
    });
    render(
      <StrictMode>
        <HajiqCheckout {...props} onSucceeded={onSucceeded} />
      </StrictMode>,
    );
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('succeeded');
    await waitFor(() => expect(reported).toHaveBeenCalledOnce());
    expect(onSucceeded).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it('does not believe a status that is about another payment', async () => {
    const { props } = pageFixture();
    const other = {
      paymentId: 'other',
      status: 'succeeded',
      amount: 100,
      currency: 'SAR',
      updatedAt: new Date().toISOString(),
    };
    const send: typeof fetch = (input, init) =>
      init?.method === 'POST' ? (props.fetch ?? fetch)(input, init) : Promise.resolve(Response.json(other));
    render(<HajiqCheckout {...props} fetch={send} patienceMs={0} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('unknown');
  });

  it('survives a status that answers 429 and then HTML, and shows paid in the end', async () => {
    const { props } = pageFixture();
    const faults = [new Response('slow down', { status: 429 }), new Response('<!doctype html>')];
    const send: typeof fetch = (input, init) => {
      const fault = init?.method === 'POST' ? undefined : faults.shift();
      return fault === undefined ? (props.fetch ?? fetch)(input, init) : Promise.resolve(fault);
    };
    render(<HajiqCheckout {...props} fetch={send} />);
    await awaitReady();
    await userEvent.click(payButton());
    await waitFor(() => expect(status()?.dataset.state).toBe('succeeded'), { timeout: 8000 });
    expect(faults).toEqual([]);
  }, 10_000);

  it.each(['en_US', 'en-', 'ar_AE', 'x', 'tlh'])(
    'takes the page’s locale %j for what it may mean',
    async (locale) => {
      const { props } = pageFixture();
      render(<HajiqCheckout {...props} locale={locale} />);
      await awaitState('ready');
      expect(document.querySelector<HTMLElement>('[data-hajiq-part="root"]')?.dir).toBe(
        locale === 'ar_AE' ? 'rtl' : 'ltr',
      );
    },
  );
});
