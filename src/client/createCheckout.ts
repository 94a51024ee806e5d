import type { StripeError } from '@stripe/stripe-js';
import { ConfigError } from '../errors/ConfigError.ts';
import { isSameMoney, toMoney, type Money } from '../protocol/money.ts';
import type { StatusAccess } from '../protocol/payment.ts';
import type { Backend } from './Backend.ts';
import { checkoutLoads } from './checkoutLoads.ts';
import { canPay, isUndecided } from './checkoutState.ts';
import { checkoutStore, emptyCard, type CardField } from './checkoutStore.ts';
import { askStripe } from './confirmAttempt.ts';
import { mayBeCharged } from './confirmOutcome.ts';
import { merchantListeners } from './merchantListeners.ts';
import { otherWindows } from './otherWindows.ts';
import { listenToPage } from './pageEvents.ts';
import { payAttempt } from './payAttempt.ts';
import type { PaymentFields } from './PaymentFields.ts';
import { statusFollower } from './statusFollower.ts';
import { submissionMark } from './submissionMark.ts';

export interface CheckoutOptions {
  backend: Backend;
  publishableKey: string;
  orderId: string;
  /** When the payment is asked for: as soon as the checkout is shown, or by the click that pays. */
  intent: 'eager' | 'on-pay';
  /** How long to follow the status, in milliseconds. */
  patienceMs?: number;
}

/** One checkout of one order: its state, and what can be done with it. */
export type Checkout = ReturnType<typeof createCheckout>;

const isSame = (a: Money | undefined, b: Money | undefined) =>
  a === undefined || b === undefined ? a === b : isSameMoney(a, b);

/**
 * Makes the checkout of one order: a store around the pure `reduceCheckout`, and the effects at its edge.
 *
 * Everything is guarded by the store's own state, which changes in the same tick as the click: a second click, or a
 * second mount, finds it changed. Across windows it is guarded by a lock of the browser.
 */
export function createCheckout(options: CheckoutOptions) {
  const { backend, orderId, intent, patienceMs } = options;
  let fields: PaymentFields | undefined;
  let access: StatusAccess | undefined;
  let stopListening: (() => void) | undefined;
  const merchant = merchantListeners();
  const submitted = submissionMark(backend, orderId);
  const others = otherWindows(backend, orderId);
  const store = checkoutStore(onState);
  const { dispatch, getSnapshot } = store;
  const getShown = () => getSnapshot().donation ?? getSnapshot().pageTotal;

  const status = statusFollower({
    backend,
    patienceMs,
    onAnswer: (watch) => dispatch({ type: 'watched', watch }),
  });

  const loads = checkoutLoads({
    ...options,
    store,
    getShown,
    submitted,
    onReceived(received) {
      access = received.kind === 'settled' ? received.access : received.payment.statusAccess;
      // Another price perhaps, which makes a payment that another window shows worth nothing.
      const isNew = received.kind === 'prepared' && received.payment.isNew;
      if (isNew && isStarted()) others.tell({ mayBeCharged: false });
    },
  });

  const isStarted = () => stopListening !== undefined;

  function onState(): void {
    loads.readIntentWhereNeeded();
    followWhereNeeded();
    tell();
  }

  function tell(): void {
    if (isStarted()) merchant.tell(getSnapshot().state, access);
  }

  /** Follows the status while it is needed and somebody looks, and no longer. */
  function followWhereNeeded(): void {
    if (isStarted() && isUndecided(getSnapshot().state)) status.follow(access);
    else status.stop();
  }

  /** Asks anew for what was offered before the page slept, or before another window had news. */
  function revalidate(): void {
    dispatch({ type: 'revalidate' });
    loads.load();
  }

  function onNews({ mayBeCharged }: { mayBeCharged: boolean }): void {
    const { state } = getSnapshot();
    const cannotBeAsked = 'payment' in state && state.payment !== undefined && access === undefined;
    if (!cannotBeAsked) revalidate();
    else if (mayBeCharged) dispatch({ type: 'submitted-elsewhere' });
  }

  async function awaitOthers(): Promise<void> {
    await others.awaitFree();
    dispatch({ type: 'freed' });
    loads.load();
  }

  /** Asks Stripe again whether it has got a card whose confirmation was lost on the way. */
  async function askAgain(): Promise<void> {
    const { state, stripe } = getSnapshot();
    if (!(state.state === 'verifying' || state.state === 'unknown') || state.isUnproven !== true) return;
    const outcome = stripe && (await askStripe(stripe, state.payment.clientSecret));
    if (outcome?.kind === 'lost') dispatch({ type: 'found-open', error: outcome.error });
  }

  const attempt = payAttempt({
    intent,
    store,
    loads,
    submitted,
    canBeAsked: () => access !== undefined,
    billingDetails: merchant.billingDetails,
  });

  return {
    backend,
    intent,
    subscribe: store.subscribe,
    getSnapshot,

    /** Tells whether a card is being charged, or may have been. */
    isUndecided: () => getSnapshot().state.state === 'confirming' || isUndecided(getSnapshot().state),

    /** Sets what may change while the checkout lives. */
    setListeners: merchant.set,

    /** Whose card it is, as far as the page knows. */
    billingDetails: merchant.billingDetails,

    /**
     * Tells what the page shows as the total. A payment that was asked for at another price is asked for anew; the
     * backend has the last word.
     */
    setTotal(given: { amount: number; currency: string } | undefined): void {
      const { state, pageTotal } = getSnapshot();
      const total = given && toMoney(given);
      if (given !== undefined && total === undefined) merchant.reportTotal(given);
      if (isSame(pageTotal, total)) return;
      store.set({ pageTotal: total });
      if (intent === 'on-pay') dispatch({ type: 'amount-changed' });
      else if (total !== undefined && canPay(state) && !isSame(state.payment?.money, total)) revalidate();
    },

    /** Tells what the donor has chosen to give; undefined while that is no amount. */
    setDonation(donation: Money | undefined): void {
      const { isDonation, donation: before } = getSnapshot();
      if (isDonation && isSame(before, donation)) return;
      store.set({ donation, isDonation: true });
      dispatch({ type: 'amount-changed' });
    },

    /** Begins, or begins again after a `stop`: loads what is missing and follows what is open. */
    start(): void {
      const stopPage = listenToPage({ onRestored: revalidate, onOnline: () => void askAgain() });
      const stopNews = others.listen(onNews);
      stopListening = () => {
        stopPage();
        stopNews();
      };
      loads.load();
      followWhereNeeded();
      tell();
    },

    /** Ends all work of its own; what Stripe and the backend do goes on. */
    stop(): void {
      stopListening?.();
      stopListening = undefined;
      followWhereNeeded();
    },

    /** Tells which fields are on the page. */
    attachFields(attached: PaymentFields | undefined): void {
      fields = attached;
      store.set({ card: attached === undefined ? emptyCard : { ...getSnapshot().card, isReady: true } });
    },

    /** Tells that Stripe will not show the fields: then nothing can be paid here. */
    failFields({ message = '', code }: Pick<StripeError, 'message' | 'code'>): void {
      const detail = `Stripe does not show the fields (${code ?? message}).`;
      dispatch({ type: 'fields-failed', error: new ConfigError('wrong_key', { detail }) });
    },

    /** Tells what the fields say of themselves. */
    changeCard(change: Omit<CardField, 'isReady'>): void {
      store.set({ card: { ...change, isReady: getSnapshot().card.isReady } });
    },

    /** Puts the cursor into the fields. */
    focusCard: () => fields?.focus(),

    /**
     * Pays with what is in the fields. At most one confirmation is in flight, in all windows of the browser: a second
     * call while one is does nothing.
     *
     * @throws Never: whatever comes of it is in the state.
     */
    async pay(): Promise<void> {
      const { state, stripe } = getSnapshot();
      const paying = fields;
      if (!canPay(state) || stripe === null || paying === undefined) return;
      // In the same tick as the click: a second one finds the state moved.
      dispatch({ type: 'pay', asksFirst: intent === 'on-pay' });
      const release = await others.take();
      if (release === undefined) {
        dispatch({ type: 'confirmed', outcome: { kind: 'elsewhere' } });
        return awaitOthers();
      }
      try {
        const outcome = await attempt(paying);
        if (outcome === undefined) return;
        dispatch({ type: 'confirmed', outcome });
        if (outcome.kind === 'withdrawn') loads.load();
        if (outcome.kind !== 'not-attempted') others.tell({ mayBeCharged: mayBeCharged(outcome) });
      } finally {
        release();
      }
    },

    /** Asks for the status once more, from *unknown*; does nothing where there is none to ask for. */
    checkAgain(): void {
      if (getSnapshot().state.state !== 'unknown' || access === undefined) return;
      // What follows it has run out of patience: another begins with the state.
      status.stop();
      dispatch({ type: 'check-again' });
      void askAgain();
    },

    /** Loads again what could not be loaded, from *unavailable*. */
    retry(): void {
      dispatch({ type: 'retry' });
      if (getSnapshot().stripe !== null) dispatch({ type: 'stripe-loaded' });
      loads.load();
    },
  };
}
