import type { Stripe } from '@stripe/stripe-js';
import type { Money } from '../protocol/money.ts';
import type { CheckoutState } from './checkoutState.ts';
import { initialState, reduceCheckout, type CheckoutEvent } from './reduceCheckout.ts';

/** What the fields tell of themselves: never what is typed in them. */
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
  /** Whether the customer is a donor, who decides the amount. */
  isDonation: boolean;
  /** What the donor has chosen to give. */
  donation?: Money;
  /** What the page around the checkout shows as the total. */
  pageTotal?: Money;
}

export const emptyCard: CardField = { isReady: false, isComplete: false };

export type CheckoutStore = ReturnType<typeof checkoutStore>;

/** Holds what there is to draw. Its state changes by {@link reduceCheckout} alone; `onState` is told of each change. */
export function checkoutStore(onState: () => void) {
  let snapshot: CheckoutSnapshot = { state: initialState, stripe: null, card: emptyCard, isDonation: false };
  const subscribers = new Set<() => void>();

  function set(changes: Partial<CheckoutSnapshot>): void {
    snapshot = { ...snapshot, ...changes };
    subscribers.forEach((notify) => notify());
  }

  return {
    set,
    getSnapshot: () => snapshot,

    subscribe(notify: () => void): () => void {
      subscribers.add(notify);
      return () => subscribers.delete(notify);
    },

    dispatch(event: CheckoutEvent): void {
      const state = reduceCheckout(snapshot.state, event);
      if (state === snapshot.state) return;
      set({ state });
      onState();
    },
  };
}
