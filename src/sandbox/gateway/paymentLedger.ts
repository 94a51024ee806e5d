import type { Money } from '../../protocol/money.ts';
import type { SubmittedCard } from './cards/SubmittedCard.ts';
import type { CardOutcome, ChargeOutcome } from './cards/TestCard.ts';
import type { SandboxClock } from './clock/SandboxClock.ts';
import {
  isClosed,
  toRefundable,
  type AttemptError,
  type SandboxPayment,
  type SandboxPaymentMethod,
  type SandboxRefund,
} from './SandboxPayment.ts';
import { randomId } from './stripe/randomId.ts';
import { toPaymentMethod } from './toPaymentMethod.ts';
import { UnexpectedState } from './UnexpectedState.ts';

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

  function note(
    payment: SandboxPayment,
    { brand, last4 }: SandboxPaymentMethod,
    step: Omit<SandboxPayment['attempts'][number], 'at' | 'brand' | 'last4'>,
  ): void {
    payment.attempts.push({ at: clock.now(), brand, last4, ...step });
  }

  function succeed(payment: SandboxPayment, paymentMethod: SandboxPaymentMethod): void {
    payment.intentState = 'succeeded';
    payment.status = 'succeeded';
    payment.completedAt = clock.now();
    payment.paymentMethod = paymentMethod;
    delete payment.lastError;
    note(payment, paymentMethod, { outcome: 'succeeded' });
    onChange(payment, 'payment.succeeded');
  }

  function fail(payment: SandboxPayment, error: AttemptError): void {
    payment.intentState = 'requires_payment_method';
    payment.status = 'failed';
    delete payment.paymentMethod;
    payment.lastError = error;
    note(payment, error.paymentMethod, {
      outcome: error.kind,
      ...(error.kind === 'declined' && { declineCode: error.decline.declineCode ?? error.decline.code }),
    });
    onChange(payment, 'payment.failed');
  }

  function settle(
    payment: SandboxPayment,
    paymentMethod: SandboxPaymentMethod,
    outcome: ChargeOutcome,
  ): void {
    if (outcome.result === 'succeeds') return succeed(payment, paymentMethod);
    const { decline } = outcome;
    fail(payment, { kind: 'declined', decline, chargeId: `ch_3${randomId(23)}`, paymentMethod });
  }

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
    confirm(
      payment: SandboxPayment,
      card: SubmittedCard,
      outcome: Exclude<CardOutcome, { result: 'refused' }>,
    ): void {
      if (isClosed(payment)) throw new UnexpectedState(payment);
      const paymentMethod = toPaymentMethod(card, clock.now());
      if (outcome.result !== 'challenges') return settle(payment, paymentMethod, outcome);
      payment.intentState = 'requires_action';
      payment.status = 'processing';
      payment.paymentMethod = paymentMethod;
      payment.afterChallenge = outcome.afterwards;
      note(payment, paymentMethod, { outcome: 'challenged' });
    },

    /** Ends a 3-D Secure challenge. @throws {UnexpectedState} When none is open. */
    authenticate(payment: SandboxPayment, outcome: 'complete' | 'fail'): void {
      const { afterChallenge, paymentMethod, intentState } = payment;
      if (intentState !== 'requires_action' || afterChallenge === undefined || paymentMethod === undefined)
        throw new UnexpectedState(payment);
      delete payment.afterChallenge;
      if (outcome === 'complete') settle(payment, paymentMethod, afterChallenge);
      else fail(payment, { kind: 'authentication_failed', paymentMethod });
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
