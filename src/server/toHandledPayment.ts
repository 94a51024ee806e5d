import type { WebhookPayment } from '../webhooks/parseEvent.ts';
import type { HandledPayment } from './options.ts';
import type { StoredPayment } from './store/PaymentStore.ts';

/** Gives the merchant's handlers what the store and the event know of a payment. */
export function toHandledPayment(stored: StoredPayment, reported: WebhookPayment): HandledPayment {
  const gatewayPaymentId = reported.id ?? stored.gatewayPaymentId;
  return {
    paymentId: stored.paymentId,
    orderId: stored.orderId,
    amount: stored.amount,
    currency: stored.currency,
    ...(gatewayPaymentId !== undefined && { gatewayPaymentId }),
    ...(reported.customerEmail !== undefined && { customerEmail: reported.customerEmail }),
    ...(reported.customerName !== undefined && { customerName: reported.customerName }),
  };
}
