import { useSyncExternalStore } from 'react';
import type { CheckoutSnapshot } from '../client/checkoutStore.ts';
import type { Checkout } from '../client/createCheckout.ts';

/** Reads one part of a checkout and renders again when that part changes: typing in the card field renders nothing else. */
export function useCheckoutSnapshot<Part extends keyof CheckoutSnapshot>(
  checkout: Checkout,
  part: Part,
): CheckoutSnapshot[Part] {
  const read = () => checkout.getSnapshot()[part];
  return useSyncExternalStore(checkout.subscribe, read, read);
}
