import type { Money } from '../../protocol/money.ts';
import type { SandboxPayment } from './SandboxPayment.ts';
import { toOutcome, type Decline } from './testCards.ts';

export interface NewPayment extends Money {
  externalReferenceId?: string;
  customerEmail?: string;
  customerName?: string;
  description?: string;
}

/** Is told of each change a merchant has to hear of. */
export type PaymentListener = (payment: SandboxPayment, type: 'payment.succeeded' | 'payment.failed') => void;

function randomId(length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(
    crypto.getRandomValues(new Uint8Array(length)),
    (byte) => alphabet[byte % alphabet.length],
  ).join('');
}

/** Says that a PaymentIntent cannot be confirmed or authenticated in the state it is in. */
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
 */
export function paymentLedger(onChange: PaymentListener) {
  const payments = new Map<string, SandboxPayment>();

  function succeed(payment: SandboxPayment, last4: string): void {
    payment.intentState = 'succeeded';
    payment.status = 'succeeded';
    payment.completedAt = Date.now();
    delete payment.lastError;
    payment.attempts.push({ at: Date.now(), last4, outcome: 'succeeded' });
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
    payment.attempts.push({ at: Date.now(), last4, outcome: error.kind });
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
        createdAt: Date.now(),
        intentId,
        clientSecret: `${intentId}_secret_${randomId(25)}`,
        intentState: 'requires_payment_method',
        attempts: [],
      };
      payments.set(payment.id, payment);
      return payment;
    },

    /** Charges a card, or asks for 3-D Secure. @throws {UnexpectedState} When the payment has succeeded already. */
    confirm(payment: SandboxPayment, cardNumber: string): void {
      if (payment.intentState === 'succeeded') throw new UnexpectedState(payment);
      const last4 = cardNumber.slice(-4);
      const outcome = toOutcome(cardNumber);
      if (outcome.result !== 'challenges') return settle(payment, last4, outcome);
      payment.intentState = 'requires_action';
      payment.status = 'processing';
      payment.afterChallenge = outcome.afterwards;
      payment.attempts.push({ at: Date.now(), last4, outcome: 'challenged' });
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
  };
}

export type PaymentLedger = ReturnType<typeof paymentLedger>;
