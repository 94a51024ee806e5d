import type { Money } from '../../protocol/money.ts';
import type { SandboxClock } from './clock/SandboxClock.ts';
import { isClosed, toRefundable, type SandboxPayment, type SandboxRefund } from './SandboxPayment.ts';
import { toOutcome, type Decline } from './testCards.ts';

export interface NewPayment extends Money {
  externalReferenceId?: string;
  customerEmail?: string;
  customerName?: string;
  description?: string;
}

export interface NewRefund {
  /** An integer in minor units, at the most what is left of the payment. */
  amount: number;
  reason?: string;
}

/** Is told of each change a merchant has to hear of. The guide has no event for a refund: that one is an inference. */
export type PaymentListener = (
  payment: SandboxPayment,
  type: 'payment.succeeded' | 'payment.failed' | 'payment.cancelled' | 'payment.refunded',
) => void;

function randomId(length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(
    crypto.getRandomValues(new Uint8Array(length)),
    (byte) => alphabet[byte % alphabet.length],
  ).join('');
}

/** Says that a PaymentIntent cannot be confirmed, authenticated or cancelled in the state it is in. */
export class UnexpectedState extends Error {
  readonly payment: SandboxPayment;
  constructor(payment: SandboxPayment) {
    super(`The PaymentIntent is ${payment.intentState}.`);
    this.payment = payment;
  }
}

/**
 * Keeps the sandbox's payments and moves them as HajiQ Pay and Stripe would.
 *
 * A payment that has succeeded is never charged again: this is where Stripe itself stands between a second click
 * and a second charge.
 *
 * @param known Those of a sandbox before.
 */
export function paymentLedger(
  clock: SandboxClock,
  onChange: PaymentListener,
  known: readonly SandboxPayment[] = [],
) {
  const payments = new Map(known.map((payment) => [payment.id, payment]));

  function succeed(payment: SandboxPayment, last4: string): void {
    payment.intentState = 'succeeded';
    payment.status = 'succeeded';
    payment.completedAt = clock.now();
    delete payment.lastError;
    payment.attempts.push({ at: clock.now(), last4, outcome: 'succeeded' });
    onChange(payment, 'payment.succeeded');
  }

  function fail(
    payment: SandboxPayment,
    last4: string,
    error: NonNullable<SandboxPayment['lastError']>,
  ): void {
    payment.intentState = 'requires_payment_method';
    payment.status = 'failed';
    payment.lastError = error;
    payment.attempts.push({ at: clock.now(), last4, outcome: error.kind });
    onChange(payment, 'payment.failed');
  }

  const settle = (
    payment: SandboxPayment,
    last4: string,
    outcome: { result: 'succeeds' } | { result: 'declines'; decline: Decline },
  ) =>
    outcome.result === 'succeeds'
      ? succeed(payment, last4)
      : fail(payment, last4, { kind: 'declined', decline: outcome.decline });

  return {
    /** All payments, the oldest first. */
    list: (): readonly SandboxPayment[] => [...payments.values()],

    byId: (id: string) => payments.get(id),

    byIntentId: (intentId: string) => [...payments.values()].find((payment) => payment.intentId === intentId),

    create(input: NewPayment): SandboxPayment {
      const intentId = `pi_3${randomId(23)}`;
      const payment: SandboxPayment = {
        ...input,
        id: crypto.randomUUID(),
        status: 'pending',
        createdAt: clock.now(),
        intentId,
        clientSecret: `${intentId}_secret_${randomId(25)}`,
        intentState: 'requires_payment_method',
        attempts: [],
        refunds: [],
      };
      payments.set(payment.id, payment);
      return payment;
    },

    /** Charges a card, or asks for 3-D Secure. @throws {UnexpectedState} When the payment has succeeded or was cancelled. */
    confirm(payment: SandboxPayment, cardNumber: string): void {
      if (isClosed(payment)) throw new UnexpectedState(payment);
      const last4 = cardNumber.slice(-4);
      const outcome = toOutcome(cardNumber);
      if (outcome.result !== 'challenges') return settle(payment, last4, outcome);
      payment.intentState = 'requires_action';
      payment.status = 'processing';
      payment.afterChallenge = outcome.afterwards;
      payment.attempts.push({ at: clock.now(), last4, outcome: 'challenged' });
    },

    /** Ends a 3-D Secure challenge. @throws {UnexpectedState} When none is open. */
    authenticate(payment: SandboxPayment, outcome: 'complete' | 'fail'): void {
      const { afterChallenge, attempts } = payment;
      if (payment.intentState !== 'requires_action' || afterChallenge === undefined)
        throw new UnexpectedState(payment);
      delete payment.afterChallenge;
      const last4 = attempts.at(-1)?.last4 ?? '';
      if (outcome === 'complete') settle(payment, last4, afterChallenge);
      else fail(payment, last4, { kind: 'authentication_failed' });
    },

    /** Cancels a payment that is not paid. @throws {UnexpectedState} When it has succeeded or was cancelled. */
    cancel(payment: SandboxPayment): void {
      if (isClosed(payment)) throw new UnexpectedState(payment);
      delete payment.afterChallenge;
      payment.intentState = 'canceled';
      payment.status = 'cancelled';
      payment.cancelledAt = clock.now();
      onChange(payment, 'payment.cancelled');
    },

    /** Returns money of a payment. Its status changes when nothing is left; the intent at Stripe stays succeeded. */
    refund(payment: SandboxPayment, input: NewRefund): SandboxRefund {
      const refund: SandboxRefund = { ...input, id: crypto.randomUUID(), at: clock.now() };
      payment.refunds.push(refund);
      if (toRefundable(payment) === 0) {
        payment.status = 'refunded';
        onChange(payment, 'payment.refunded');
      }
      return refund;
    },

    refundById(id: string): { refund: SandboxRefund; payment: SandboxPayment } | undefined {
      for (const payment of payments.values()) {
        const refund = payment.refunds.find((refund) => refund.id === id);
        if (refund !== undefined) return { refund, payment };
      }
      return undefined;
    },
  };
}

export type PaymentLedger = ReturnType<typeof paymentLedger>;
