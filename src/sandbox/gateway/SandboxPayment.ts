import type { Money } from '../../protocol/money.ts';
import type { PaymentStatus } from '../../protocol/paymentStatus.ts';
import type { Decline } from './testCards.ts';

/** Where the underlying Stripe PaymentIntent stands. */
type IntentState = 'requires_payment_method' | 'requires_action' | 'succeeded';

/** Why the last attempt did not pass. */
type AttemptError = { kind: 'declined'; decline: Decline } | { kind: 'authentication_failed' };

/** One try to charge a card. The card's number is not kept. */
export interface Attempt {
  at: number;
  last4: string;
  outcome: 'challenged' | 'succeeded' | 'declined' | 'authentication_failed';
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
  /** Stripe's id, `pi_…`. */
  intentId: string;
  clientSecret: string;
  intentState: IntentState;
  lastError?: AttemptError;
  /** What the bank will say once the customer has passed 3-D Secure. */
  afterChallenge?: { result: 'succeeds' } | { result: 'declines'; decline: Decline };
  attempts: Attempt[];
}
