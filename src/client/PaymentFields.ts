import type { PaymentIntentResult } from '@stripe/stripe-js';
import type { PaymentError } from '../errors/PaymentError.ts';

/** Whose card it is, for the card's issuer. */
export interface BillingDetails {
  name?: string;
  email?: string;
}

/** What takes the customer's details: a frame of Stripe's on the page. */
export interface PaymentFields {
  /** Puts the cursor into it. */
  focus: () => void;
  /** Checks what was typed, before a payment is asked for; undefined when it can be paid with. */
  findFault: () => Promise<PaymentError | undefined>;
  /** Hands the details to Stripe, which may charge the card. */
  confirm: (clientSecret: string, billingDetails: BillingDetails) => Promise<PaymentIntentResult>;
}
