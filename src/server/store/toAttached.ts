import type { StoredPayment } from './PaymentStore.ts';

type Attachable = Partial<Pick<StoredPayment, 'sealedSecret' | 'gatewayPaymentId'>>;

/**
 * Leaves, of what is to be attached to a payment, what it does not have yet.
 *
 * The secret and the gateway's id are of one intent: where the secret of another came first, its id is not taken from
 * this one.
 */
export function toAttached(payment: StoredPayment, known: Attachable): Attachable {
  if (known.sealedSecret !== undefined && payment.sealedSecret !== undefined) return {};
  return {
    ...(payment.sealedSecret === undefined &&
      known.sealedSecret !== undefined && { sealedSecret: known.sealedSecret }),
    ...(payment.gatewayPaymentId === undefined &&
      known.gatewayPaymentId !== undefined && { gatewayPaymentId: known.gatewayPaymentId }),
  };
}
