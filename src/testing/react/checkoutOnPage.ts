import { act, fireEvent, waitFor } from '@testing-library/react';
import type { CheckoutState } from '../../client/checkoutState.ts';
import { scriptedBackend, type ScriptedBackend } from '../backend/scriptedBackend.ts';
import { fakeStripe, type FakeStripe } from '../stripe/fakeStripe.ts';

/** A state of the checkout, by its name. */
export type StateName = CheckoutState['state'];

/** How long a state is waited for, in milliseconds: a little less than most runners give a test. */
const PATIENCE_MS = 4_000;

export interface CheckoutOnPageOptions {
  /** Defaults to `fakeStripe()`. */
  stripe?: FakeStripe;
  /** Defaults to `scriptedBackend()`. */
  backend?: ScriptedBackend;
}

/** A checkout that a test can pay with. */
export interface CheckoutOnPage {
  stripe: FakeStripe;
  backend: ScriptedBackend;
  /** The state it is in; undefined while there is no checkout. */
  state: () => StateName | undefined;
  /**
   * Waits for a state.
   *
   * @param options `timeoutMs`: how long, in milliseconds. Defaults to 4,000.
   * @throws When it is not reached; it says which one was.
   */
  awaitState: (state: StateName, options?: { timeoutMs?: number }) => Promise<void>;
  /** Waits until the customer can pay, fills in a card, and clicks Pay. @throws When it cannot be paid in 4 seconds. */
  pay: () => Promise<void>;
}

const findStatus = () => document.querySelector<HTMLElement>('[data-hajiq-part="status"]');
const findPay = () => document.querySelector<HTMLButtonElement>('button[data-hajiq-part="pay"]');

interface CheckoutDriving {
  stripe: FakeStripe;
  backend: ScriptedBackend;
  /** What the page does not show, where there is a way to know it. */
  readState?: () => StateName | undefined;
}

/** Drives the checkout that is on the page by what a customer sees of it. */
export function driveCheckout({ stripe, backend, readState }: CheckoutDriving): CheckoutOnPage {
  const state = () => readState?.() ?? (findStatus()?.dataset.state as StateName | undefined);

  /** Finds the button that pays. @throws While it cannot be clicked. */
  function findPayButton(): HTMLButtonElement | undefined {
    const button = findPay();
    if (button === null && state() === 'ready') return undefined;
    if (button?.disabled === false) return button;
    throw new Error(`It cannot be paid: the state is ${state()}.`);
  }

  return {
    stripe,
    backend,
    state,
    awaitState: (expected, { timeoutMs = PATIENCE_MS } = {}) =>
      waitFor(
        () => {
          const reached = state();
          if (reached !== expected) throw new Error(`The state is ${reached}, and not ${expected}.`);
        },
        { timeout: timeoutMs },
      ),
    async pay() {
      const button = await waitFor(findPayButton, { timeout: PATIENCE_MS });
      if (button === undefined)
        throw new Error('There is no <PayButton> on the page: call stripe.fillIn(), and click your own.');
      stripe.fillIn();
      fireEvent.click(button);
    },
  };
}

/**
 * Puts a fake Stripe and a scripted backend under a page that has its own `<HajiqCheckout>`, before it is rendered.
 *
 * The backend takes the place of the page's `fetch` under its `url`: give it the `backendUrl` of your page.
 *
 * @returns How to drive it, and `remove`, for the end of the test.
 *
 * @example
 * const checkout = checkoutOnPage({ backend: scriptedBackend({ url: '/api/hajiq' }) });
 * render(<CheckoutPage />);
 * await checkout.pay();
 * await checkout.awaitState('succeeded');
 * checkout.remove();
 */
export function checkoutOnPage({
  stripe = fakeStripe(),
  backend = scriptedBackend(),
}: CheckoutOnPageOptions = {}): CheckoutOnPage & { remove: () => void } {
  const removeStripe = stripe.install(act);
  const removeBackend = backend.install();
  return {
    ...driveCheckout({ stripe, backend }),
    remove() {
      removeBackend();
      removeStripe();
    },
  };
}
