import type { Money } from '../../protocol/money.ts';
import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import type { Decline } from './testCards.ts';

/** Where the underlying Stripe PaymentIntent stands. */
type IntentState = 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled';

/** Why the last attempt did not pass. */
type AttemptError = { kind: 'declined'; decline: Decline } | { kind: 'authentication_failed' };

/** One try to charge a card. The card's number is not kept. */
export interface Attempt {
  at: number;
  last4: string;
  outcome: 'challenged' | 'succeeded' | 'declined' | 'authentication_failed';
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
  lastError?: AttemptError;
  /** What the bank will say once the customer has passed 3-D Secure. */
  afterChallenge?: { result: 'succeeds' } | { result: 'declines'; decline: Decline };
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
