import { useMemo, useSyncExternalStore } from 'react';
import type { CheckoutState } from '../client/checkoutState.ts';
import type { CardField } from '../client/checkoutStore.ts';
import { toTotal } from '../client/toTotal.ts';
import type { Money } from '../protocol/money.ts';
import { useCheckoutStore } from './CheckoutContext.ts';

/** What a part of a checkout can do. The functions never change. */
export interface CheckoutActions {
  /** Pays with what is in the fields. Does nothing unless the state is `ready`, `declined` or `failed`; never rejects. */
  pay: () => Promise<void>;
  /** Asks the backend for the status once more. Does nothing unless the state is `unknown` and `payment.statusAccess` is there. */
  checkAgain: () => void;
  /** Loads again. Does nothing unless the state is `unavailable`. */
  retry: () => void;
  /** Puts the cursor into the card field. */
  focusCard: () => void;
}

interface CheckoutFacts {
  /** What the card field tells. */
  card: CardField;
  /** What there is to pay: the backend's word, else the donor's choice or the page's own `total`. */
  total?: Money;
  /** Whether the customer is a donor, who decides the amount by `<DonationAmount>`. */
  isDonation: boolean;
}

/** The state of the checkout as a tagged union, what there is to pay, what its card field tells, and what can be done. */
export type HajiqCheckoutValue = CheckoutState & CheckoutActions & CheckoutFacts;

/**
 * Returns the checkout of the nearest `<HajiqCheckout>`: everything the default look is made of.
 *
 * Branch on `state`. Only `succeeded` means *paid*; `confirming`, `verifying` and `unknown` mean that the card may
 * have been charged, so offer no second way to pay in them.
 *
 * @throws {ConfigError} `missing_provider` outside of `<HajiqCheckout>`.
 *
 * @example
 * function Pay() {
 *   const checkout = useHajiqCheckout();
 *   if (checkout.state === 'succeeded') return <p>Thank you.</p>;
 *   return <button onClick={() => void checkout.pay()} disabled={checkout.state !== 'ready'}>Pay</button>;
 * }
 */
export function useHajiqCheckout(): HajiqCheckoutValue {
  const checkout = useCheckoutStore();
  const snapshot = useSyncExternalStore(checkout.subscribe, checkout.getSnapshot, checkout.getSnapshot);
  return useMemo(() => {
    const { pay, checkAgain, retry, focusCard } = checkout;
    const { state, card, isDonation } = snapshot;
    return { ...state, card, total: toTotal(snapshot), isDonation, pay, checkAgain, retry, focusCard };
  }, [checkout, snapshot]);
}
