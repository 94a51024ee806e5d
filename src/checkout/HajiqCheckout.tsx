import type { StripeElementsOptions } from '@stripe/stripe-js';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { CheckoutListeners } from '../client/merchantListeners.ts';
import { parkedOrNewCheckout, startCheckout } from '../client/parkedCheckouts.ts';
import { CheckoutContext } from '../hooks/CheckoutContext.ts';
import { CheckoutBoundary } from './CheckoutBoundary.tsx';
import { CheckoutForm } from './CheckoutForm.tsx';
import { CheckoutSkeleton } from './CheckoutSkeleton.tsx';
import type { DonationAmountProps } from './DonationAmount.tsx';
import { FieldsContext } from './FieldsContext.ts';
import { LocalizedRoot, type LanguageProps } from './LocalizedRoot.tsx';
import { useReachableChallenge } from './useReachableChallenge.ts';

export interface HajiqCheckoutProps extends CheckoutListeners, LanguageProps {
  /** Where the merchant's HajiQ handler is mounted: a path of this site, or a URL. A change begins a new checkout. */
  backendUrl: string;
  /** The Stripe publishable key, `pk_…`, that HajiQ Pay gave the merchant. A change begins a new checkout. */
  publishableKey: string;
  /** The merchant's own id of what is paid for; the server decides its price. A change begins a new checkout. */
  orderId: string;
  /**
   * What the customer fills in. `card`: Stripe's Card Element, as the gateway's guide has it. `payment`: Stripe's
   * Payment Element, with the customer's wallets above it; downloaded when it is used. For the complete checkout: with
   * children of your own, choose between `<CardFields>` and `<PaymentFields>`. Defaults to `card`.
   */
  fields?: 'card' | 'payment';
  /** The fonts of your page for Stripe's frames, which cannot see them otherwise. Read once. */
  fonts?: StripeElementsOptions['fonts'];
  /**
   * When the payment is asked for. `eager`: as soon as the checkout is shown, so that paying is quick. `on-pay`: by the
   * click, for a cart that still changes; a click with another price than `total` confirms nothing. Defaults to
   * `eager`. A change begins a new checkout.
   */
  intent?: 'eager' | 'on-pay';
  /**
   * What your page shows as the total. It never decides the price: where the server's differs, the customer is told
   * before anything is confirmed. An integer in minor units. What cannot be an amount is reported to `onError` and left
   * out. May change: a payment of another price is then asked for anew.
   */
  total?: { amount: number; currency: string };
  /**
   * Asks the customer for a donation in the place of an order's price, as `<DonationAmount>` does; the payment is then
   * asked for by the click. For the complete checkout: with children of your own, put `<DonationAmount>` among them.
   */
  donation?: DonationAmountProps;
  /** How long to wait for the status before it is *unknown*, in milliseconds. Defaults to 60,000. Read once. */
  patienceMs?: number;
  /** Calls the merchant's backend. Defaults to the global `fetch`. Read once. */
  fetch?: typeof fetch;
  /** Replaces the default look; inside, `useHajiqCheckout()` gives all that it is made of. */
  children?: ReactNode;
}

function CheckoutProvider({
  backendUrl,
  publishableKey,
  orderId,
  fields,
  fonts,
  donation,
  intent = 'eager',
  total,
  locale,
  messages,
  patienceMs,
  fetch,
  children,
  ...listeners
}: HajiqCheckoutProps) {
  const [options] = useState(() => ({
    backend: { url: backendUrl, fetch },
    publishableKey,
    orderId,
    intent,
    patienceMs,
  }));
  const [checkout] = useState(() => parkedOrNewCheckout(options));
  // The latest callbacks, after each render: a checkout lives longer than the closures it was given.
  useEffect(() => checkout.setListeners(listeners));
  useEffect(() => checkout.setTotal(total));
  useEffect(() => startCheckout(checkout, options), [checkout, options]);

  const [given] = useState({ fonts });
  const root = useRef<HTMLDivElement>(null);
  useReachableChallenge(checkout, root);
  const isTest = publishableKey.startsWith('pk_test_');
  return (
    <CheckoutContext.Provider value={checkout}>
      <LocalizedRoot
        locale={locale}
        messages={messages}
        mode={isTest ? 'test' : 'live'}
        skeleton={<CheckoutSkeleton />}
        rootRef={root}
      >
        {(chosen) => (
          <>
            {isTest && <span data-hajiq-part="test-mode">{chosen.messages.testMode}</span>}
            <FieldsContext.Provider value={given}>
              {children ?? (
                <CheckoutBoundary>
                  <CheckoutForm donation={donation} fields={fields} />
                </CheckoutBoundary>
              )}
            </FieldsContext.Provider>
          </>
        )}
      </LocalizedRoot>
    </CheckoutContext.Provider>
  );
}

/**
 * Takes the payment for one order: it asks the merchant's backend for the payment and loads Stripe.js at the same
 * time, confirms the card, and follows the backend until the HajiQ status settles.
 *
 * Without children it is a complete checkout. With children it is a provider for your own. It charges nothing until
 * the customer pays, one order is charged once, and it never shows *paid* before the backend says so.
 *
 * @example
 * <HajiqCheckout
 *   backendUrl="/api/hajiq"
 *   publishableKey="pk_test_…"
 *   orderId="ORDER-12345"
 *   onSucceeded={(payment) => console.log('paid', payment.amount)}
 * />
 */
export function HajiqCheckout(props: HajiqCheckoutProps) {
  const { backendUrl, publishableKey, orderId, donation } = props;
  const intent = donation === undefined ? props.intent : 'on-pay';
  const key = JSON.stringify([backendUrl, publishableKey, orderId, intent]);
  return <CheckoutProvider key={key} {...props} intent={intent} />;
}
