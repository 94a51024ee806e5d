import { render, screen } from '@testing-library/react';
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

const usd = (amount: number) => ({ amount, currency: 'USD' as const });

/** A page whose card is complete, as the fields say. */
function onPayFixture(...args: Parameters<typeof pageFixture>) {
  const fixture = pageFixture(...args);
  const pay = async () => {
    fixture.stripe.change({ complete: true });
    await userEvent.click(payButton());
  };
  return { ...fixture, props: { ...fixture.props, intent: 'on-pay' as const }, pay };
}

describe('HajiqCheckout with intent="on-pay"', () => {
  it('asks for the payment by the click, and once', async () => {
    const { merchant, props, requests, pay } = onPayFixture();
    render(<HajiqCheckout {...props} total={usd(5000)} />);
    await awaitReady();
    expect(payButton().textContent).toBe('Pay $50.00');
    expect(requests).toEqual([]);
    await pay();
    await awaitState('succeeded');
    expect(merchant.sandbox.payments()).toHaveLength(1);
  });

  it('asks for nothing while the card is not complete', async () => {
    const { props, requests } = onPayFixture();
    render(<HajiqCheckout {...props} total={usd(5000)} />);
    await awaitReady();
    await userEvent.click(payButton());
    await awaitReady();
    expect(status()?.textContent).toContain('Please check the card details.');
    expect(requests).toEqual([]);
  });

  it('pays what the cart has become, and withdraws what it was', async () => {
    const orders = { 'ORDER-1': usd(5000) };
    const { merchant, stripe, props, pay } = onPayFixture({ orders });
    stripe.useCard(DECLINED_CARD);
    const { rerender } = render(<HajiqCheckout {...props} total={usd(5000)} />);
    await awaitReady();
    await pay();
    await awaitState('declined');
    orders['ORDER-1'] = usd(7000);
    rerender(<HajiqCheckout {...props} total={usd(7000)} />);
    await awaitState('ready');
    expect(payButton().textContent).toBe('Pay $70.00');
    stripe.useCard('4242424242424242');
    await pay();
    await awaitState('succeeded');
    expect(merchant.sandbox.payments().map(({ amount, status }) => [amount, status])).toEqual([
      [5000, 'cancelled'],
      [7000, 'succeeded'],
    ]);
  });

  it('confirms nothing at a price that the customer has not seen, and shows it first', async () => {
    const { merchant, stripe, props, pay } = onPayFixture();
    render(<HajiqCheckout {...props} total={usd(4000)} />);
    await awaitReady();
    await pay();
    await awaitState('ready');
    expect(status()?.textContent).toContain('The total has changed.');
    expect(payButton().textContent).toBe('Pay $50.00');
    expect(stripe.confirmations()).toBe(0);
    await pay();
    await awaitState('succeeded');
    expect(merchant.sandbox.payments()).toHaveLength(1);
  });

  it('tells at once of an order that this tab has paid, before another click', async () => {
    const { props, stripe, pay } = onPayFixture();
    const { unmount } = render(<HajiqCheckout {...props} total={usd(5000)} />);
    await awaitReady();
    await pay();
    await awaitState('succeeded');
    unmount();
    render(<HajiqCheckout {...props} total={usd(5000)} />);
    await awaitState('succeeded');
    expect(stripe.confirmations()).toBe(1);
  });

  it('reports a total that cannot be one, once, and leaves the price to the server', async () => {
    const { props, pay } = onPayFixture();
    const onError = vi.fn();
    const total = { amount: 19.99 * 100, currency: 'USD' };
    const { rerender } = render(<HajiqCheckout {...props} total={total} onError={onError} />);
    rerender(<HajiqCheckout {...props} total={{ ...total }} onError={onError} />);
    await awaitReady();
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'invalid_option' }));
    await pay();
    await awaitState('succeeded');
  });

  it('keeps the form while the backend is down, and says that nothing was charged', async () => {
    const { props, stripe } = onPayFixture();
    render(
      <HajiqCheckout {...props} total={usd(5000)} fetch={() => Promise.reject(new TypeError('down'))} />,
    );
    await awaitReady();
    stripe.change({ complete: true });
    await userEvent.click(payButton());
    await awaitReady();
    expect(status()?.textContent).toContain('Nothing was charged.');
    expect(screen.getByRole('group', { name: 'Card' })).toBeDefined();
  });
});
