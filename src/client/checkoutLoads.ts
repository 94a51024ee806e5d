import { ConfigError } from '../errors/ConfigError.ts';
import { RequestError } from '../errors/RequestError.ts';
import type { Money } from '../protocol/money.ts';
import type { CheckoutStore } from './checkoutStore.ts';
import { readIntent } from './confirmAttempt.ts';
import type { CheckoutOptions } from './createCheckout.ts';
import { createPayment, type OrderPayment } from './createPayment.ts';
import { loadStripeJs } from './loadStripeJs.ts';
import type { submissionMark } from './submissionMark.ts';
import { takeRedirectReturn } from './takeRedirectReturn.ts';

interface Loading extends Pick<CheckoutOptions, 'backend' | 'orderId' | 'publishableKey' | 'intent'> {
  store: CheckoutStore;
  /** Tells what the customer is shown as the amount, before the backend says. */
  getShown: () => Money | undefined;
  submitted: ReturnType<typeof submissionMark>;
  /** Hears of the payment before the state does. */
  onReceived: (received: OrderPayment) => void;
}

function toLoadError(error: unknown): ConfigError | RequestError {
  return error instanceof RequestError || error instanceof ConfigError
    ? error
    : new RequestError('backend_answer_invalid', { cause: error });
}

/** Loads what a checkout needs before it can be paid: the payment, Stripe.js, and what Stripe knows of the payment. */
export function checkoutLoads(loading: Loading) {
  const { store, backend, orderId, publishableKey, intent, getShown, submitted, onReceived } = loading;
  const { dispatch, getSnapshot } = store;
  let isReadingIntent = false;
  let isReturn = false;

  const fail = (error: unknown) => dispatch({ type: 'load-failed', error: toLoadError(error) });

  async function loadPayment(): Promise<void> {
    try {
      const received = await createPayment(backend, orderId, getSnapshot().donation);
      onReceived(received);
      const wasSubmitted = submitted.read() !== undefined;
      dispatch({ type: 'payment-received', received, wasSubmitted, pageTotal: getShown() });
    } catch (error) {
      fail(error);
    }
  }

  async function loadStripe(): Promise<void> {
    try {
      const stripe = await loadStripeJs(publishableKey);
      store.set({ stripe });
      dispatch({ type: 'stripe-loaded' });
    } catch (error) {
      fail(error);
    }
  }

  /** Asks Stripe about a payment that was there before this page: it must not be offered if a card was taken. */
  function readIntentWhereNeeded(): void {
    const { state, stripe } = getSnapshot();
    if (state.state !== 'loading' || state.payment === undefined || stripe === null || isReadingIntent)
      return;
    isReadingIntent = true;
    void readIntent(stripe, state.payment.clientSecret, isReturn).then((outcome) => {
      isReadingIntent = false;
      isReturn = false;
      dispatch({ type: 'intent-read', outcome, pageTotal: getShown() });
    });
  }

  return {
    loadPayment,
    readIntentWhereNeeded,

    /** Starts what is missing of both loads at the same time; neither waits for the other. */
    load(): void {
      const { state, stripe } = getSnapshot();
      if (state.state !== 'loading') return;
      isReturn ||= takeRedirectReturn();
      const submission = submitted.read();
      if (submission?.donation !== undefined) store.set({ donation: submission.donation, isDonation: true });
      // A customer who has paid, or tried to, is told what came of that before another click.
      const isLeftToClick = intent === 'on-pay' && submission === undefined && state.shown === undefined;
      if (isLeftToClick) dispatch({ type: 'left-to-click' });
      else if (state.payment === undefined) void loadPayment();
      if (stripe === null) void loadStripe();
    },
  };
}
