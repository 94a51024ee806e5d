import type { StripeElementLocale } from '@stripe/stripe-js';
import { createContext, useContext } from 'react';
import { ar } from './ar.ts';
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

/** The page's own locale: its `lang`, else the browser's. English on a server. */
function toPageLocale(): string {
  if (typeof document === 'undefined') return 'en';
  return document.documentElement.lang || navigator.language;
}

/** Writes a tag as `Intl` takes it; English for one that is none. `en_US` is common in the wild. */
function toCanonicalTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Chooses the language for a tag such as `ar-AE`; what is not spoken here is told in English. */
export function toLocale(tag = toPageLocale()): CheckoutLocale {
  const canonical = toCanonicalTag(tag);
  const language = canonical.split('-')[0];
  if (language === 'ar') return { tag: canonical, messages: ar, stripe: 'ar' };
  return { tag: language === 'en' ? canonical : 'en', messages: en, stripe: 'en' };
}

export const LocaleContext = createContext<CheckoutLocale | undefined>(undefined);

/** Returns the language of the nearest `<HajiqCheckout>`, or the page's. */
export function useLocale(): CheckoutLocale {
  return useContext(LocaleContext) ?? toLocale();
}
