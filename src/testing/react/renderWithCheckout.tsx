import { act, render, type RenderOptions, type RenderResult } from '@testing-library/react';
import { Fragment, useEffect, useLayoutEffect, type ReactNode } from 'react';
import { HajiqCheckout, type HajiqCheckoutProps } from '../../checkout/HajiqCheckout.tsx';
import { useHajiqCheckout } from '../../hooks/useHajiqCheckout.ts';
import { scriptedBackend } from '../backend/scriptedBackend.ts';
import { fakeStripe } from '../stripe/fakeStripe.ts';
import {
  driveCheckout,
  type CheckoutOnPage,
  type CheckoutOnPageOptions,
  type StateName,
} from './checkoutOnPage.ts';

export interface RenderWithCheckoutOptions
  extends CheckoutOnPageOptions, Omit<Partial<HajiqCheckoutProps>, 'children'> {
  /** What is around the checkout in your application: a router, a store. */
  wrapper?: RenderOptions['wrapper'];
}

/** Tells the state of the checkout around it. */
function StateProbe({ onState }: { onState: (state: StateName) => void }) {
  const { state } = useHajiqCheckout();
  useEffect(() => onState(state), [onState, state]);
  return null;
}

/**
 * Renders what your page has inside of `<HajiqCheckout>`, on a fake Stripe and a scripted backend; without `ui`, the
 * complete checkout. What it is given besides goes to `<HajiqCheckout>` as props; the order is `ORDER-1` by default.
 *
 * For a page with a `<HajiqCheckout>` of its own there is `checkoutOnPage`. One checkout is on a page at a time.
 *
 * @example
 * const checkout = renderWithCheckout(<MyPayment />, { onSucceeded });
 * await checkout.pay();
 * await checkout.awaitState('succeeded');
 */
export function renderWithCheckout(
  ui?: ReactNode,
  {
    stripe = fakeStripe(),
    backend = scriptedBackend(),
    wrapper: Wrapper = Fragment,
    ...props
  }: RenderWithCheckoutOptions = {},
): RenderResult & CheckoutOnPage {
  let probed: StateName | undefined;
  const onState = (state: StateName) => void (probed = state);

  function Checkout({ children }: { children: ReactNode }) {
    // Before the effect that loads Stripe.js, and until the checkout has left the page.
    useLayoutEffect(() => stripe.install(act), []);
    return (
      <Wrapper>
        <HajiqCheckout
          backendUrl={backend.url}
          fetch={backend.fetch}
          publishableKey={stripe.publishableKey}
          orderId="ORDER-1"
          {...props}
        >
          {ui === undefined ? undefined : (
            <>
              {children}
              <StateProbe onState={onState} />
            </>
          )}
        </HajiqCheckout>
      </Wrapper>
    );
  }

  const rendered: RenderResult = render(ui, { wrapper: Checkout });
  return { ...rendered, ...driveCheckout({ stripe, backend, readState: () => probed }) };
}
