import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { HajiqCheckout } from './HajiqCheckout.tsx';
import {
  awaitReady,
  awaitState,
  DECLINED_CARD,
  pageFixture,
  pageHooks,
  payButton,
  status,
} from './page.fixture.ts';

pageHooks();

/** A page over a backend of the guide's kind: it makes another payment at each request, and tells its secret alone. */
function guidePageFixture() {
  const names = Array.from({ length: 9 }, (_, index) => `INTENT-${index}`);
  const orders = Object.fromEntries(names.map((name) => [name, { amount: 5000, currency: 'USD' }]));
  const page = pageFixture({ orders });
  const secrets: string[] = [];
  const answer = async () => {
    const { clientSecret } = await (await page.merchant.createPayment({ orderId: names.pop() })).json();
    secrets.push(clientSecret);
    return Response.json({ clientSecret });
  };
  return {
    ...page,
    secrets,
    /** The props of a page that was loaded anew: nothing of the one before is in its memory. */
    load: () => ({ ...page.props, patienceMs: 0, fetch: (() => answer()) as typeof fetch }),
  };
}

async function payOnce(): Promise<void> {
  await awaitReady();
  await userEvent.click(payButton());
}

describe('HajiqCheckout, over a backend of the guide’s kind', () => {
  it('leaves the last word to the shop, and never says paid', async () => {
    const { merchant, load } = guidePageFixture();
    render(<HajiqCheckout {...load()} />);
    await awaitReady();
    expect(payButton().textContent).toBe('Pay');
    await userEvent.click(payButton());
    await awaitState('unknown');
    expect(status()?.textContent).toContain('Please do not pay again. The shop will confirm your payment.');
    expect(screen.queryByRole('button')).toBeNull();
    await waitFor(() => expect(merchant.fulfilled).toHaveLength(1));
    expect(status()?.dataset.state).toBe('unknown');
  });

  it('tells the developer once what the backend does not offer', async () => {
    const { load } = guidePageFixture();
    render(<HajiqCheckout {...load()} />);
    await payOnce();
    await awaitState('unknown');
    expect(console.warn).toHaveBeenCalledOnce();
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('paymentId and statusToken'));
  });

  it('waits for no amount that will not come', async () => {
    const { load } = guidePageFixture();
    render(<HajiqCheckout {...load()} />);
    await awaitReady();
    expect(document.querySelector('[data-hajiq-part="summary"]')).toBeNull();
  });

  it('does not offer to pay again after a reload, and remembers no secret', async () => {
    const { load, secrets } = guidePageFixture();
    const { unmount } = render(<HajiqCheckout {...load()} />);
    await payOnce();
    await awaitState('unknown');
    unmount();
    render(<HajiqCheckout {...load()} />);
    await awaitState('unknown');
    expect(screen.queryByRole('button')).toBeNull();
    expect(secrets).toHaveLength(2);
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/pi_|secret/);
  });

  it('offers to pay for another order', async () => {
    const { load } = guidePageFixture();
    const { rerender } = render(<HajiqCheckout {...load()} />);
    await payOnce();
    await awaitState('unknown');
    rerender(<HajiqCheckout {...load()} orderId="ORDER-2" />);
    await awaitReady();
  });

  it('offers to pay again after a reload when the card was declined', async () => {
    const { stripe, load } = guidePageFixture();
    stripe.useCard(DECLINED_CARD);
    const { unmount } = render(<HajiqCheckout {...load()} />);
    await payOnce();
    await awaitState('declined');
    unmount();
    render(<HajiqCheckout {...load()} />);
    await awaitReady();
  });

  it('does not let a decline speak for an attempt before it whose answer was lost', async () => {
    const { stripe, load } = guidePageFixture();
    const { confirmCardPayment } = stripe.stripe;
    Object.assign(stripe.stripe, { confirmCardPayment: () => Promise.reject(new Error('lost')) });
    const { unmount } = render(<HajiqCheckout {...load()} />);
    await payOnce();
    await waitFor(() => expect(status()?.textContent).toContain('The connection was lost'));
    Object.assign(stripe.stripe, { confirmCardPayment });
    stripe.useCard(DECLINED_CARD);
    await userEvent.click(payButton());
    await awaitState('declined');
    unmount();
    render(<HajiqCheckout {...load()} />);
    await awaitState('unknown');
  });

  it('takes the payment where the browser refuses to remember', async () => {
    vi.stubGlobal('sessionStorage', undefined);
    const { merchant, load } = guidePageFixture();
    render(<HajiqCheckout {...load()} />);
    await payOnce();
    await awaitState('unknown');
    await waitFor(() => expect(merchant.fulfilled).toHaveLength(1));
    vi.unstubAllGlobals();
  });
});
