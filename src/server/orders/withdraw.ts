import { GatewayError } from '../../errors/GatewayError.ts';
import { isSettled } from '../../protocol/paymentStatus.ts';
import { applyRead } from '../events/settleByRead.ts';
import type { HandlerContext } from '../HandlerContext.ts';
import type { StoredPayment } from '../store/PaymentStore.ts';

/**
 * Withdraws a payment at the gateway, so that its client secret, wherever it is, can charge no more.
 *
 * Cancelling is an inference that the guide's error codes imply. Where the gateway cannot do it, the payment stays
 * superseded: money that still arrives on it is remembered, fulfils nothing, and is logged as an error.
 */
export async function withdraw(payment: StoredPayment, context: HandlerContext): Promise<void> {
  const { paymentId, gatewayPaymentId, report } = payment;
  if (gatewayPaymentId === undefined || isSettled(report.status)) return;
  const { paymentIntents } = context.gateway;
  try {
    const cancelled = await paymentIntents.cancel(gatewayPaymentId).catch((error: unknown) => {
      // It may have been paid a moment ago.
      const isRefused = error instanceof GatewayError && error.gatewayCode === 'PAYMENT_CANNOT_BE_CANCELLED';
      if (!isRefused) throw error;
      return paymentIntents.retrieve(gatewayPaymentId);
    });
    await applyRead(cancelled, context);
  } catch (error) {
    context.logger.warn('a payment could not be withdrawn at the gateway', { paymentId, error });
  }
}
