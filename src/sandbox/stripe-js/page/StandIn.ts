import type { StripeElementLocale } from '@stripe/stripe-js';

/** What every part of one `Stripe(key)` object needs to know. */
export interface StandIn {
  /** The address the stand-in is served under: `{base}/elements/…`, `{base}/v1/…`. */
  readonly base: string;
  readonly publishableKey: string;
  /** The language of elements groups that name none. */
  readonly locale: StripeElementLocale;
}
