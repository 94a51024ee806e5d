import type { Stripe } from '@stripe/stripe-js';
import type { MerchantFixture } from '../server/merchant.fixture.ts';

type Listener = (event: unknown) => void;

/**
 * Stripe.js as far as a page of jsdom can have it: an element without a frame, and confirmations that go to the
 * sandbox with the given card. The browser tests run the real loader, frames and wire instead.
 */
export function stripeFixture(merchant: MerchantFixture) {
  let card = '4242424242424242';
  let confirmations = 0;
  let held: Promise<void> | undefined;
  const listeners = new Map<string, Listener>();

  const element = {
    mount: () => queueMicrotask(() => listeners.get('ready')?.(element)),
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    off: (name: string) => listeners.delete(name),
    update: () => {},
    focus: () => {},
    destroy: () => {},
  };

  async function toResult(response: Response) {
    const body = await response.json();
    return response.ok ? { paymentIntent: body } : { error: body.error };
  }

  const stripe = {
    elements: () => ({ create: () => element, getElement: () => element, update: () => {} }),
    createToken: () => {},
    createPaymentMethod: () => {},
    async confirmCardPayment(clientSecret: string) {
      confirmations += 1;
      await held;
      return toResult(await merchant.confirm(clientSecret, card));
    },
    async retrievePaymentIntent(clientSecret: string) {
      return toResult(await merchant.readIntent(clientSecret));
    },
  } as unknown as Stripe;

  return {
    stripe,
    confirmations: () => confirmations,
    useCard: (number: string) => (card = number),
    /** Keeps confirmations back until the returned function is called. */
    hold(): () => void {
      let release = () => {};
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
    change: (event: object) => listeners.get('change')?.(event),
  };
}
