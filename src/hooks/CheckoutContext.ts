import { createContext, useContext } from 'react';
import type { Checkout } from '../client/createCheckout.ts';
import { ConfigError } from '../errors/ConfigError.ts';

/** Holds the checkout of the nearest `<HajiqCheckout>`. It never changes, so it causes no render. */
export const CheckoutContext = createContext<Checkout | undefined>(undefined);

/** Returns the checkout of the nearest `<HajiqCheckout>`. @throws {ConfigError} `missing_provider` when there is none. */
export function useCheckoutStore(): Checkout {
  const checkout = useContext(CheckoutContext);
  if (checkout === undefined) throw new ConfigError('missing_provider');
  return checkout;
}
