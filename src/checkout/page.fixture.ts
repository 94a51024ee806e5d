import { screen, waitFor } from '@testing-library/react';
import type { Stripe } from '@stripe/stripe-js';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { merchantFixture } from '../server/merchant.fixture.ts';
import type { HajiqCheckoutProps } from './HajiqCheckout.tsx';
import { stripeFixture } from './stripe.fixture.ts';

export const DECLINED_CARD = '4000000000009995';

// The loader keeps the first `window.Stripe` it has seen, so there is one, and each test has its own key to it.
const stripeOfKey = new Map<string, Stripe>();
Object.assign(window, {
  Stripe: Object.assign((key: string) => stripeOfKey.get(key), { version: 'endive' }),
});

/** A page with a checkout on it, over a real handler and a real sandbox. */
export function pageFixture(options: Parameters<typeof merchantFixture>[0] = {}) {
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
      return merchant.browse(request);
    },
  };
  return { merchant, stripe, props, requests };
}

export const status = () => screen.getAllByRole('status')[0];
export const awaitState = (state: string) => waitFor(() => expect(status()?.dataset.state).toBe(state));
export const payButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Pay/ });
export const awaitReady = async () => {
  await awaitState('ready');
  await waitFor(() => expect(payButton().disabled).toBe(false));
};

/** Keeps the console still, and leaves nothing of one test to the next. */
export function pageHooks(): void {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
    sessionStorage.clear();
  });
}
