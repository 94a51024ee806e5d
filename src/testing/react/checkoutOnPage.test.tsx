import { cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HajiqCheckout, PaymentConfirmation, type StatusAccess } from '../../index.ts';
import { fakeStripe, scriptedBackend } from '../index.ts';
import { checkoutOnPage } from './index.ts';

/** A merchant's page: it has its own address, its own key, and a confirmation after the payment. */
function BookShop() {
  const [access, setAccess] = useState<StatusAccess>();
  if (access !== undefined) {
    return (
      <>
        <h1>Thank you</h1>
        <PaymentConfirmation backendUrl="/api/hajiq" {...access} />
      </>
    );
  }
  return (
    <HajiqCheckout
      backendUrl="/api/hajiq"
      publishableKey="pk_test_of_the_book_shop"
      orderId="BOOK-7"
      onSucceeded={(_, statusAccess) => setAccess(statusAccess)}
    />
  );
}

let remove: (() => void) | undefined;
const putOnPage = (options: Parameters<typeof checkoutOnPage>[0] = {}) => {
  const checkout = checkoutOnPage({ backend: scriptedBackend({ url: '/api/hajiq' }), ...options });
  ({ remove } = checkout);
  return checkout;
};

afterEach(() => {
  cleanup();
  remove?.();
  sessionStorage.clear();
});

describe('a page with a checkout of its own', () => {
  it('is paid, and confirms it', async () => {
    const checkout = putOnPage();
    render(<BookShop />);
    await checkout.pay();
    await screen.findByRole('heading', { name: 'Thank you' });
    await checkout.awaitState('succeeded');
    expect(checkout.backend.requests('POST /payments')[0]?.body).toEqual({ orderId: 'BOOK-7' });
  });

  it('sees nothing of the test before, though its key is the same', async () => {
    const stripe = fakeStripe({ outcome: { declines: 'expired_card' } });
    const checkout = putOnPage({ stripe });
    render(<BookShop />);
    await checkout.pay();
    await checkout.awaitState('declined');
    expect(stripe.confirmations()).toHaveLength(1);
  });

  it('leaves the page’s other requests alone', async () => {
    const ofPage = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('a cart'));
    putOnPage();
    expect(await (await fetch('/api/cart')).text()).toBe('a cart');
    remove?.();
    expect(globalThis.fetch).toBe(ofPage);
    ofPage.mockRestore();
  });

  it('says where it is when it is not where it should be', async () => {
    const checkout = putOnPage();
    expect(checkout.state()).toBeUndefined();
    render(<BookShop />);
    await checkout.awaitState('ready');
    const waiting = checkout.awaitState('refunded', { timeoutMs: 100 });
    await expect(waiting).rejects.toThrow('The state is ready, and not refunded.');
  });
});
