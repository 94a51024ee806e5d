import { Elements } from '@stripe/react-stripe-js';
import { QueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { CheckoutListeners } from '../client/merchantListeners.ts';
import { parkedOrNewCheckout, startCheckout } from '../client/parkedCheckouts.ts';
import { CheckoutContext } from '../hooks/CheckoutContext.ts';
import { useCheckoutSnapshot } from '../hooks/useCheckoutSnapshot.ts';
import { CheckoutForm } from './CheckoutForm.tsx';
import { CheckoutSkeleton } from './CheckoutSkeleton.tsx';
import { LocalizedRoot, type LanguageProps } from './LocalizedRoot.tsx';

export interface HajiqCheckoutProps extends CheckoutListeners, LanguageProps {
  /** Where the merchant's HajiQ handler is mounted: a path of this site, or a URL. A change begins a new checkout. */
  backendUrl: string;
  /** The Stripe publishable key, `pk_…`, that HajiQ Pay gave the merchant. A change begins a new checkout. */
  publishableKey: string;
  /** The merchant's own id of what is paid for; the server decides its price. A change begins a new checkout. */
  orderId: string;
  /** How long to wait for the status before it is *unknown*, in milliseconds. Defaults to 60,000. Read once. */
  patienceMs?: number;
  /** Where the status is kept. Defaults to a client of its own. Read once. */
  queryClient?: QueryClient;
  /** Calls the merchant's backend. Defaults to the global `fetch`. Read once. */
  fetch?: typeof fetch;
  /** Replaces the default look; inside, `useHajiqCheckout()` gives all that it is made of. */
  children?: ReactNode;
}

function CheckoutProvider({
  backendUrl,
  publishableKey,
  orderId,
  locale,
  messages,
  patienceMs,
  queryClient,
  fetch,
  children,
  ...listeners
}: HajiqCheckoutProps) {
  const [options] = useState(() => ({
    backend: { url: backendUrl, fetch },
    publishableKey,
    orderId,
    patienceMs,
    queryClient: queryClient ?? new QueryClient(),
  }));
  const [checkout] = useState(() => parkedOrNewCheckout(options));
  // The latest callbacks, after each render: a checkout lives longer than the closures it was given.
  useEffect(() => checkout.setListeners(listeners));
  useEffect(() => startCheckout(checkout, options), [checkout, options]);

  const stripe = useCheckoutSnapshot(checkout, 'stripe');
  const isTest = publishableKey.startsWith('pk_test_');
  return (
    <CheckoutContext.Provider value={checkout}>
      <LocalizedRoot
        locale={locale}
        messages={messages}
        mode={isTest ? 'test' : 'live'}
        skeleton={<CheckoutSkeleton />}
      >
        {(chosen) => (
          <>
            {isTest && <span data-hajiq-part="test-mode">{chosen.messages.testMode}</span>}
            <Elements stripe={stripe} options={{ locale: chosen.stripe }}>
              {children ?? <CheckoutForm />}
            </Elements>
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
  const { backendUrl, publishableKey, orderId } = props;
  return <CheckoutProvider key={JSON.stringify([backendUrl, publishableKey, orderId])} {...props} />;
}
