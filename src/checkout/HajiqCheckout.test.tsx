import type { Stripe } from '@stripe/stripe-js';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { merchantFixture } from '../server/merchant.fixture.ts';
import { HajiqCheckout, type HajiqCheckoutProps } from './HajiqCheckout.tsx';
import { stripeFixture } from './stripe.fixture.ts';

const DECLINED_CARD = '4000000000009995';

// The loader keeps the first `window.Stripe` it has seen, so there is one, and each test has its own key to it.
const stripeOfKey = new Map<string, Stripe>();
Object.assign(window, {
  Stripe: Object.assign((key: string) => stripeOfKey.get(key), { version: 'endive' }),
});

/** A page with a checkout on it, over a real handler and a real sandbox. */
function pageFixture(options: Parameters<typeof merchantFixture>[0] = {}) {
  const merchant = merchantFixture(options);
  const stripe = stripeFixture(merchant);
  const publishableKey = `pk_test_${stripeOfKey.size}`;
  const requests: string[] = [];
  stripeOfKey.set(publishableKey, stripe.stripe);
  const props: HajiqCheckoutProps = {
    backendUrl: 'http://localhost:4310/api/hajiq',
    publishableKey,
    orderId: 'ORDER-1',
    locale: 'en',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return merchant.handler(request);
    },
  };
  return { merchant, stripe, props, requests };
}

const status = () => screen.getAllByRole('status')[0];
const awaitState = (state: string) => waitFor(() => expect(status()?.dataset.state).toBe(state));
const payButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Pay/ });
const awaitReady = async () => {
  await awaitState('ready');
  await waitFor(() => expect(payButton().disabled).toBe(false));
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('HajiqCheckout', () => {
  it('takes a payment from the click to the webhook', async () => {
    const { merchant, props } = pageFixture();
    const onSucceeded = vi.fn<NonNullable<HajiqCheckoutProps['onSucceeded']>>();
    render(<HajiqCheckout {...props} onSucceeded={onSucceeded} />);
    await awaitReady();
    expect(payButton().textContent).toBe('Pay $50.00');
    await userEvent.click(payButton());
    await awaitState('succeeded');
    expect(within(status() as HTMLElement).getByText('Paid')).toBeTruthy();
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
    await waitFor(() => expect(onSucceeded).toHaveBeenCalledOnce());
    expect(onSucceeded.mock.lastCall).toMatchObject([
      { status: 'succeeded', amount: 5000 },
      { paymentId: expect.any(String), statusToken: expect.any(String) },
    ]);
    expect(screen.queryByRole('button', { name: /^Pay/ })).toBeNull();
  });

  it('makes one payment in StrictMode', async () => {
    const { merchant, props } = pageFixture();
    render(
      <StrictMode>
        <HajiqCheckout {...props} />
      </StrictMode>,
    );
    await awaitReady();
    expect(merchant.sandbox.payments()).toHaveLength(1);
    expect(merchant.gatewayCalls()).toBe(1);
  });

  it('confirms once however often Pay is clicked', async () => {
    const { merchant, stripe, props } = pageFixture();
    const release = stripe.hold();
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    const form = payButton().closest('form');
    act(() => {
      form?.requestSubmit();
      form?.requestSubmit();
    });
    await awaitState('confirming');
    expect(screen.getByRole('button').getAttribute('aria-busy')).toBe('true');
    form?.requestSubmit();
    release();
    await awaitState('succeeded');
    expect(stripe.confirmations()).toBe(1);
    expect(merchant.sandbox.payments()[0]?.attempts).toHaveLength(1);
  });

  it('tells a decline in the customer’s words, and takes the next card on the same payment', async () => {
    const { merchant, stripe, props } = pageFixture();
    stripe.useCard(DECLINED_CARD);
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('declined');
    expect(status()?.textContent).toContain('There is not enough money on this card');
    stripe.useCard('4242424242424242');
    await userEvent.click(payButton());
    await awaitState('succeeded');
    expect(merchant.sandbox.payments()).toHaveLength(1);
    expect(merchant.fulfilled).toEqual(['ORDER-1']);
  });

  it('goes on verifying until the webhook comes', async () => {
    const { merchant, props } = pageFixture();
    merchant.sandbox.holdWebhooks();
    const onSucceeded = vi.fn();
    render(<HajiqCheckout {...props} onSucceeded={onSucceeded} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('verifying');
    expect(screen.queryByRole('button')).toBeNull();
    expect(onSucceeded).not.toHaveBeenCalled();
    merchant.sandbox.releaseWebhooks();
    await awaitState('succeeded');
  });

  it('says unknown when the webhook does not come in time, and asks again by hand', async () => {
    const { merchant, props } = pageFixture();
    merchant.sandbox.holdWebhooks();
    render(<HajiqCheckout {...props} patienceMs={1} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('unknown');
    expect(status()?.textContent).toContain('do not pay again');
    expect(screen.queryByRole('button', { name: /^Pay/ })).toBeNull();
    merchant.sandbox.releaseWebhooks();
    await waitFor(() => expect(merchant.fulfilled).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await awaitState('succeeded');
  });

  it('asks for the status no more once it is settled', async () => {
    const { props, requests } = pageFixture();
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('succeeded');
    vi.useFakeTimers();
    const before = requests.length;
    await vi.advanceTimersByTimeAsync(600_000);
    vi.useRealTimers();
    expect(requests).toHaveLength(before);
  });

  it('shows an order that was paid before as paid', async () => {
    const { merchant, props } = pageFixture();
    const { clientSecret } = await (await merchant.createPayment()).json();
    await merchant.confirm(clientSecret);
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
    render(<HajiqCheckout {...props} />);
    await awaitState('succeeded');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('tells the customer that it is unavailable, and the developer why, when the order is unknown', async () => {
    const { props } = pageFixture();
    render(<HajiqCheckout {...props} orderId="ORDER-404" />);
    await awaitState('unavailable');
    expect(status()?.textContent).not.toContain('resolveOrder');
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

  it('shows a backend of the guide’s kind as confirming, and never as paid', async () => {
    const { merchant, props } = pageFixture();
    const guideBackend: typeof fetch = async () => {
      const { clientSecret } = await (await merchant.createPayment()).json();
      return Response.json({ clientSecret });
    };
    render(<HajiqCheckout {...props} fetch={guideBackend} />);
    await awaitReady();
    expect(payButton().textContent).toBe('Pay');
    await userEvent.click(payButton());
    await awaitState('verifying');
    await waitFor(() => expect(merchant.fulfilled).toHaveLength(1));
    expect(status()?.dataset.state).toBe('verifying');
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

  it('renders the page around it no more while the card is typed', async () => {
    const { stripe, props } = pageFixture();
    const rendered = vi.fn();
    const Page = ({ children }: { children: ReactNode }) => {
      rendered();
      return <main>{children}</main>;
    };
    render(
      <Page>
        <HajiqCheckout {...props} />
      </Page>,
    );
    await awaitReady();
    rendered.mockClear();
    act(() =>
      stripe.change({
        complete: false,
        error: { code: 'invalid_number', message: 'Your card number is invalid.' },
      }),
    );
    expect(screen.getByRole('alert').textContent).toBe('Your card number is invalid.');
    expect(rendered).not.toHaveBeenCalled();
  });

  it('is a provider when it has children', async () => {
    const { props } = pageFixture();
    const Mine = () => <output>{useHajiqCheckout().state}</output>;
    render(
      <HajiqCheckout {...props}>
        <Mine />
      </HajiqCheckout>,
    );
    await waitFor(() => expect(document.querySelector('output')?.textContent).toBe('ready'));
    expect(document.querySelector('form')).toBeNull();
  });

  it('begins a new checkout when the order changes', async () => {
    const { merchant, props } = pageFixture({
      orders: { 'ORDER-1': { amount: 5000, currency: 'USD' }, 'ORDER-2': { amount: 900, currency: 'GBP' } },
    });
    const { rerender } = render(<HajiqCheckout {...props} />);
    await awaitReady();
    rerender(<HajiqCheckout {...props} orderId="ORDER-2" />);
    await waitFor(() => expect(payButton().textContent).toBe('Pay £9.00'));
    expect(merchant.sandbox.payments()).toHaveLength(2);
  });

  it('speaks Arabic, from right to left', async () => {
    const { props } = pageFixture();
    render(<HajiqCheckout {...props} locale="ar" />);
    await awaitState('ready');
    const root = document.querySelector<HTMLElement>('[data-hajiq-part="root"]');
    expect(root?.dir).toBe('rtl');
    expect(root?.lang).toBe('ar');
    expect(screen.getByRole('button', { name: /^ادفع/ })).toBeTruthy();
  });

  it('renders on a server without a window, and asks nothing there', () => {
    const { props, requests } = pageFixture();
    const page = renderToString(<HajiqCheckout {...props} />);
    expect(page).toContain('data-state="loading"');
    expect(requests).toEqual([]);
  });
});
