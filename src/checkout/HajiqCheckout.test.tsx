import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { useHajiqCheckout } from '../hooks/useHajiqCheckout.ts';
import { HajiqCheckout, type HajiqCheckoutProps } from './HajiqCheckout.tsx';
import {
  awaitReady,
  awaitState,
  DECLINED_CARD,
  pageFixture,
  payButton,
  status,
  pageHooks,
} from './page.fixture.ts';

pageHooks();

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
    render(<HajiqCheckout {...props} patienceMs={0} />);
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
