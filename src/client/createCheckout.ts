import type { QueryClient } from '@tanstack/react-query';
import type { Stripe, StripeCardElement } from '@stripe/stripe-js';
import { ConfigError } from '../errors/ConfigError.ts';
import { RequestError } from '../errors/RequestError.ts';
import type { StatusAccess } from '../protocol/payment.ts';
import type { Backend } from './Backend.ts';
import {
  canPay,
  initialState,
  isUndecided,
  reduceCheckout,
  type CheckoutEvent,
  type CheckoutState,
} from './checkoutState.ts';
import { confirmCard, isUncharged, readAccepted } from './confirmCard.ts';
import { createPayment } from './createPayment.ts';
import { loadStripeJs } from './loadStripeJs.ts';
import { merchantListeners } from './merchantListeners.ts';
import { checkStatusAgain, followStatus } from './statusQuery.ts';
import { DEFAULT_PATIENCE_MS, newStatusWatch, type StatusWatch } from './statusWatch.ts';
import { submissionMark } from './submissionMark.ts';

/** What the card field tells of itself: never what is typed in it. */
export interface CardField {
  isReady: boolean;
  isComplete: boolean;
  /** Stripe's code for what is wrong in the field, such as `invalid_number`. */
  errorCode?: string;
  /** Stripe's own words for it, in the field's language. */
  errorMessage?: string;
}

/** What there is to draw. Each change makes a new one. */
export interface CheckoutSnapshot {
  state: CheckoutState;
  /** Null until Stripe.js is there. */
  stripe: Stripe | null;
  card: CardField;
}

export interface CheckoutOptions {
  backend: Backend;
  publishableKey: string;
  orderId: string;
  queryClient: QueryClient;
  /** How long to follow the status, in milliseconds. */
  patienceMs?: number;
}

/** One checkout of one order: its state, and what can be done with it. */
export type Checkout = ReturnType<typeof createCheckout>;

const emptyCard: CardField = { isReady: false, isComplete: false };

const toLoadError = (error: unknown) =>
  error instanceof RequestError || error instanceof ConfigError
    ? error
    : new RequestError('backend_answer_invalid', { cause: error });

/**
 * Makes the checkout of one order: a store around the pure {@link reduceCheckout}, and the effects at its edge.
 *
 * Everything is guarded by the store's own state, which changes in the same tick as the click: a second click, or a
 * second mount, finds it changed.
 */
export function createCheckout({
  backend,
  publishableKey,
  orderId,
  queryClient,
  patienceMs = DEFAULT_PATIENCE_MS,
}: CheckoutOptions) {
  let snapshot: CheckoutSnapshot = { state: initialState, stripe: null, card: emptyCard };
  let cardElement: StripeCardElement | undefined;
  let access: StatusAccess | undefined;
  let stopWatching: (() => void) | undefined;
  let isStarted = false;
  let isReadingIntent = false;
  const merchant = merchantListeners();
  const submitted = submissionMark(backend, orderId);
  const subscribers = new Set<() => void>();

  function set(changes: Partial<CheckoutSnapshot>): void {
    snapshot = { ...snapshot, ...changes };
    subscribers.forEach((notify) => notify());
  }

  function dispatch(event: CheckoutEvent): void {
    const state = reduceCheckout(snapshot.state, event);
    if (state === snapshot.state) return;
    set({ state });
    readIntentWhereNeeded();
    followWhereNeeded();
    tell();
  }

  function tell(): void {
    if (isStarted) merchant.tell(snapshot.state, access);
  }

  /** Follows the status while it is needed and somebody looks, and no longer. */
  function followWhereNeeded(): void {
    const isNeeded = isStarted && isUndecided(snapshot.state);
    if (!isNeeded) {
      stopWatching?.();
      stopWatching = undefined;
      return;
    }
    const onAnswer = (watch: StatusWatch) => dispatch({ type: 'watched', watch });
    stopWatching ??=
      access === undefined
        ? awaitNothing(onAnswer)
        : followStatus(queryClient, backend, access, patienceMs, onAnswer);
  }

  /** Waits as long as for a status, where there is none to ask for. */
  function awaitNothing(onEnd: (watch: StatusWatch) => void): () => void {
    const timer = setTimeout(() => onEnd({ ...newStatusWatch, end: 'out-of-patience' }), patienceMs);
    return () => clearTimeout(timer);
  }

  /** Asks Stripe about a payment that was there before this page: it must not be offered if a card was taken. */
  function readIntentWhereNeeded(): void {
    const { state, stripe } = snapshot;
    if (state.state !== 'loading' || state.payment === undefined || stripe === null || isReadingIntent)
      return;
    isReadingIntent = true;
    void readAccepted(stripe, state.payment.clientSecret).then((accepted) => {
      isReadingIntent = false;
      dispatch({ type: 'intent-read', accepted });
    });
  }

  async function loadPayment(): Promise<void> {
    const received = await createPayment(backend, orderId);
    access = received.kind === 'settled' ? received.access : received.payment.statusAccess;
    dispatch({ type: 'payment-received', received, wasSubmitted: submitted.isSet() });
  }

  async function loadStripe(): Promise<void> {
    const stripe = await loadStripeJs(publishableKey);
    set({ stripe });
    dispatch({ type: 'stripe-loaded' });
  }

  /** Starts what is missing of both loads at the same time; neither waits for the other. */
  function load(): void {
    const { state, stripe } = snapshot;
    if (state.state !== 'loading') return;
    const fail = (error: unknown) => dispatch({ type: 'load-failed', error: toLoadError(error) });
    if (state.payment === undefined) void loadPayment().catch(fail);
    if (stripe === null) void loadStripe().catch(fail);
  }

  return {
    subscribe(notify: () => void): () => void {
      subscribers.add(notify);
      return () => subscribers.delete(notify);
    },

    getSnapshot: () => snapshot,

    /** Tells whether a card is being charged, or may have been. */
    isUndecided: () => snapshot.state.state === 'confirming' || isUndecided(snapshot.state),

    /** Sets what may change while the checkout lives. */
    setListeners: merchant.set,

    /** Begins, or begins again after a `stop`: loads what is missing and follows what is open. */
    start(): void {
      isStarted = true;
      queryClient.mount();
      load();
      followWhereNeeded();
      tell();
    },

    /** Ends all work of its own; what Stripe and the backend do goes on. */
    stop(): void {
      isStarted = false;
      followWhereNeeded();
      queryClient.unmount();
    },

    /** Tells which card field is on the page. */
    attachCard(element: StripeCardElement | undefined): void {
      cardElement = element;
      set({ card: element === undefined ? emptyCard : { ...snapshot.card, isReady: true } });
    },

    /** Tells what the card field says of itself. */
    changeCard(change: Omit<CardField, 'isReady'>): void {
      set({ card: { ...change, isReady: snapshot.card.isReady } });
    },

    /** Puts the cursor into the card field. */
    focusCard: () => cardElement?.focus(),

    /**
     * Confirms the card. At most one confirmation is in flight: a second call while one is does nothing.
     *
     * @throws Never: whatever comes of it is in the state.
     */
    async pay(): Promise<void> {
      const { state, stripe } = snapshot;
      if (!canPay(state) || stripe === null || cardElement === undefined) return;
      // In the same tick as the click: a second one finds the state moved.
      dispatch({ type: 'pay' });
      const takeBack = access === undefined ? submitted.set() : undefined;
      const outcome = await confirmCard(
        stripe,
        state.payment.clientSecret,
        cardElement,
        merchant.billingDetails(),
      );
      if (isUncharged(outcome)) takeBack?.();
      dispatch({ type: 'confirmed', outcome });
    },

    /** Asks for the status once more, from *unknown*; does nothing where there is none to ask for. */
    checkAgain(): void {
      if (snapshot.state.state !== 'unknown' || access === undefined) return;
      dispatch({ type: 'check-again' });
      void checkStatusAgain(queryClient, backend, access);
    },

    /** Loads again what could not be loaded, from *unavailable*. */
    retry(): void {
      dispatch({ type: 'retry' });
      if (snapshot.stripe !== null) dispatch({ type: 'stripe-loaded' });
      load();
    },
  };
}
