import type { Checkout, CheckoutOptions } from './createCheckout.ts';
import { createCheckout } from './createCheckout.ts';

/**
 * Checkouts that left the page while a card was being charged, for each `fetch`.
 *
 * A page that shows the same order again goes on where it was, instead of offering to pay a second time.
 */
const parked = new WeakMap<typeof fetch, Map<string, Checkout>>();

function parkingOf({ backend, publishableKey, orderId }: CheckoutOptions) {
  const send = backend.fetch ?? fetch;
  const checkouts = parked.get(send) ?? new Map<string, Checkout>();
  parked.set(send, checkouts);
  return { checkouts, key: JSON.stringify([backend.url, publishableKey, orderId]) };
}

/** Returns the checkout that was parked for this order, or a new one. It is taken out of the parking when it starts. */
export function parkedOrNewCheckout(options: CheckoutOptions): Checkout {
  const { checkouts, key } = parkingOf(options);
  return checkouts.get(key) ?? createCheckout(options);
}

/** Starts a checkout; the returned function stops it, and parks it when a card may have been charged. */
export function startCheckout(checkout: Checkout, options: CheckoutOptions): () => void {
  const { checkouts, key } = parkingOf(options);
  checkouts.delete(key);
  checkout.start();
  return () => {
    checkout.stop();
    if (checkout.isUndecided()) checkouts.set(key, checkout);
  };
}
