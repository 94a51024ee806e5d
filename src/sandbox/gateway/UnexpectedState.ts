import type { SandboxPayment } from './SandboxPayment.ts';

/** Says that a PaymentIntent cannot be confirmed, authenticated or cancelled in the state it is in. */
export class UnexpectedState extends Error {
  readonly payment: SandboxPayment;
  constructor(payment: SandboxPayment) {
    super(`The PaymentIntent is ${payment.intentState}.`);
    this.payment = payment;
  }
}
