import type { Money } from '../../protocol/money.ts';
import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import type { BillingDetails } from './cards/SubmittedCard.ts';
import type { ChargeOutcome, Decline } from './cards/TestCard.ts';

/** Where the underlying Stripe PaymentIntent stands. */
type IntentState = 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled';

/** What is kept of a card: neither its number nor its security code. */
export interface SandboxPaymentMethod {
  /** Stripe's id, `pm_…`. */
  id: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** As Stripe names it: `visa`, `mastercard`, … */
  brand: string;
  last4: string;
  /** 1 to 12. */
  expMonth: number;
  /** Of four digits. */
  expYear: number;
  billingDetails: BillingDetails;
}

/** Why the last attempt did not pass. */
export type AttemptError =
  /** `chargeId` is Stripe's, `ch_…`. */
  | { kind: 'declined'; decline: Decline; chargeId: string; paymentMethod: SandboxPaymentMethod }
  | { kind: 'authentication_failed'; paymentMethod: SandboxPaymentMethod };

/** One step of a try to charge a card. A card that is challenged makes two: the challenge, and how it ended. */
export interface Attempt {
  /** Milliseconds since the epoch. */
  at: number;
  /** As Stripe names it: `visa`, `mastercard`, … */
  brand: string;
  last4: string;
  outcome: 'challenged' | 'succeeded' | 'declined' | 'authentication_failed';
  /** Why it was declined: Stripe's `decline_code`, or its `code` where there is none. */
  declineCode?: string;
}

/** Money of a payment that was returned. */
export interface SandboxRefund {
  /** A UUID. */
  id: string;
  /** An integer in minor units. */
  amount: number;
  reason?: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** A payment in the sandbox: HajiQ Pay's record and the Stripe PaymentIntent under it. */
export interface SandboxPayment extends Money {
  /** HajiQ Pay's id, a UUID. */
  id: string;
  status: PaymentStatus;
  externalReferenceId?: string;
  customerEmail?: string;
  customerName?: string;
  description?: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  completedAt?: number;
  cancelledAt?: number;
  /** Stripe's id, `pi_…`. */
  intentId: string;
  clientSecret: string;
  intentState: IntentState;
  /** What it is paid by, or is about to be: a card that was declined is taken off it. */
  paymentMethod?: SandboxPaymentMethod;
  lastError?: AttemptError;
  /** What the bank will say once the customer has passed 3-D Secure. */
  afterChallenge?: ChargeOutcome;
  attempts: Attempt[];
  refunds: SandboxRefund[];
}

/** Tells whether no card can be charged any more. */
export function isClosed({ intentState }: SandboxPayment): boolean {
  return intentState === 'succeeded' || intentState === 'canceled';
}

/** Tells how much of a payment that has succeeded is not returned yet, in minor units. */
export function toRefundable({ amount, refunds }: SandboxPayment): number {
  return amount - refunds.reduce((sum, refund) => sum + refund.amount, 0);
}
