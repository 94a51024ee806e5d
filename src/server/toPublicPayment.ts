import type { Payment } from '../protocol/payment.ts';
import type { StoredPayment } from './store/PaymentStore.ts';

/** Leaves of a stored payment what a browser may be told. */
export function toPublicPayment({ paymentId, amount, currency, createdAt, report }: StoredPayment): Payment {
  return {
    paymentId,
    status: report.status,
    amount,
    currency,
    updatedAt: new Date(Math.max(createdAt, report.at)).toISOString(),
  };
}
