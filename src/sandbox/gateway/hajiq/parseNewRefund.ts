import { ApiError } from './ApiError.ts';
import { assertKnownFields } from './assertKnownFields.ts';
import type { NewRefund } from '../paymentLedger.ts';
import { toRefundable, type SandboxPayment } from '../SandboxPayment.ts';

/** Reads the body of a refund of this payment. @throws {ApiError} When it asks for money that is not there. */
export function parseNewRefund(body: unknown, payment: SandboxPayment): NewRefund {
  assertKnownFields(body, ['amount', 'reason']);
  const { reason } = body;
  if (reason !== undefined && reason !== null && typeof reason !== 'string') {
    throw new ApiError('VALIDATION_ERROR', 'reason has to be a string');
  }
  if (payment.status !== 'succeeded') {
    throw new ApiError('PAYMENT_NOT_REFUNDABLE', `The payment is ${payment.status}`);
  }
  const refundable = toRefundable(payment);
  const amount = body.amount ?? refundable;
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 1 || amount > refundable) {
    throw new ApiError(
      'INVALID_REFUND_AMOUNT',
      `amount has to be an integer in cents from 1 to ${refundable}`,
    );
  }
  return { amount, ...(typeof reason === 'string' && { reason }) };
}
