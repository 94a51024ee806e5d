import type { SandboxPayment, SandboxRefund } from '../SandboxPayment.ts';

/** Shows a refund. The guide does not: its form is an inference from how it shows a payment. */
export function toRefundObject(refund: SandboxRefund, payment: SandboxPayment) {
  return {
    id: refund.id,
    paymentId: payment.id,
    amount: refund.amount,
    currency: payment.currency,
    status: 'succeeded',
    reason: refund.reason,
  };
}
