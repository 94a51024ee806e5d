import type { StripeElementsOptions } from '@stripe/stripe-js';
import { createContext } from 'react';

/** What the page gives to Stripe's frames beside its look. */
export interface FieldsOptions {
  fonts?: StripeElementsOptions['fonts'];
}

export const FieldsContext = createContext<FieldsOptions>({});
