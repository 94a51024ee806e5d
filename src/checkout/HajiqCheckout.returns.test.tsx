import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { HajiqCheckout } from './HajiqCheckout.tsx';
import { awaitReady, awaitState, DECLINED_CARD, pageFixture, payButton, pageHooks } from './page.fixture.ts';

pageHooks();

describe('HajiqCheckout, shown again', () => {
  it('goes on where it was when it comes back while the card is being charged, and confirms once', async () => {
    const { merchant, stripe, props } = pageFixture();
    const release = stripe.hold();
    const { unmount } = render(<HajiqCheckout {...props} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('confirming');
    unmount();
    render(<HajiqCheckout {...props} />);
    await awaitState('confirming');
    release();
    await awaitState('succeeded');
    expect(stripe.confirmations()).toBe(1);
    expect(merchant.sandbox.payments()[0]?.attempts).toHaveLength(1);
  });

  it('goes on verifying when it comes back before the webhook', async () => {
    const { merchant, props } = pageFixture();
    merchant.sandbox.holdWebhooks();
    const { unmount } = render(<HajiqCheckout {...props} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('verifying');
    unmount();
    render(<HajiqCheckout {...props} />);
    await awaitState('verifying');
    expect(screen.queryByRole('button')).toBeNull();
    merchant.sandbox.releaseWebhooks();
    await awaitState('succeeded');
  });

  it('asks Stripe before it offers a payment that was there before, and does not offer one that is charged', async () => {
    const { merchant, props } = pageFixture();
    merchant.sandbox.holdWebhooks();
    const { clientSecret } = await (await merchant.createPayment()).json();
    await merchant.confirm(clientSecret);
    render(<HajiqCheckout {...props} />);
    await awaitState('verifying');
    merchant.sandbox.releaseWebhooks();
    await awaitState('succeeded');
  });

  it('offers a payment that was there before and is not charged', async () => {
    const { merchant, props } = pageFixture();
    const { clientSecret } = await (await merchant.createPayment()).json();
    await merchant.confirm(clientSecret, DECLINED_CARD);
    render(<HajiqCheckout {...props} />);
    await awaitReady();
  });

  it('tells nobody of a success once it has left the page', async () => {
    const { merchant, props } = pageFixture();
    merchant.sandbox.holdWebhooks();
    const onSucceeded = vi.fn();
    const { unmount } = render(<HajiqCheckout {...props} onSucceeded={onSucceeded} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitState('verifying');
    unmount();
    merchant.sandbox.releaseWebhooks();
    await expect.poll(() => merchant.fulfilled).toHaveLength(1);
    expect(onSucceeded).not.toHaveBeenCalled();
    render(<HajiqCheckout {...props} onSucceeded={onSucceeded} />);
    await awaitState('succeeded');
    await waitFor(() => expect(onSucceeded).toHaveBeenCalledOnce());
  });

  it('takes no payment of another session for its own', async () => {
    const { props } = pageFixture();
    let answer: (response: Response) => void = () => {};
    const slow = new Promise<Response>((resolve) => (answer = resolve));
    const { unmount } = render(<HajiqCheckout {...props} fetch={() => slow} />);
    unmount();
    render(<HajiqCheckout {...props} />);
    await awaitReady();
    answer(Response.json({ clientSecret: 'pi_other_secret_other', amount: 100, currency: 'SAR' }));
    expect(payButton().textContent).toBe('Pay $50.00');
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
});
