import type { SandboxPayment } from './SandboxPayment.ts';

/** Shows a payment in the form of the guide's webhook object; the API's answers use the same (an inference). */
export function toHajiqObject(payment: SandboxPayment) {
  return {
    id: payment.id,
    status: payment.status,
    amount: payment.amount,
    currency: payment.currency,
    externalReferenceId: payment.externalReferenceId,
    customerEmail: payment.customerEmail,
    customerName: payment.customerName,
    completedAt: payment.completedAt === undefined ? undefined : new Date(payment.completedAt).toISOString(),
  };
}
