import type { StripeElementLocale } from '@stripe/stripe-js';
import { createContext, useContext } from 'react';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** A language the checkout speaks, with the locale its numbers are written in. */
export interface CheckoutLocale {
  /** A BCP 47 tag, for `Intl` and the `lang` attribute. */
  tag: string;
  messages: Messages;
  /** The locale of Stripe's fields; they speak fewer languages than the world has. */
  stripe: StripeElementLocale;
}

export const LocaleContext = /* @__PURE__ */ createContext<CheckoutLocale>({
  tag: 'en',
  messages: en,
  stripe: 'en',
});

/** Returns the language of the nearest `<HajiqCheckout>` or `<PaymentConfirmation>`. */
export const useLocale = (): CheckoutLocale => useContext(LocaleContext);
