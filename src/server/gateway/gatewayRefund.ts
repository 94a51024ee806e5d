import { GatewayError } from '../../errors/GatewayError.ts';
import { toCurrency, type Currency } from '../../protocol/currency.ts';
import { isRecord } from '../../protocol/isRecord.ts';

/** A refund as HajiQ Pay tells it. All of its form is an inference: nothing but `id` is relied on. */
export interface GatewayRefund {
  /** HajiQ Pay's id of the refund. */
  id: string;
  /** HajiQ Pay's id of the payment it returns money of. */
  paymentId?: string;
  /** An integer in minor units. */
  amount?: number;
  currency?: Currency;
  /** In HajiQ Pay's own words; none are published. */
  status?: string;
}

/**
 * Reads a refund from the `data` of an answer. What is not told in the expected form is left out.
 *
 * @throws {GatewayError} `bad_gateway_response` when it has no id, or is another than was asked for.
 */
export function parseGatewayRefund(
  data: unknown,
  asked: { id: string } | { paymentId: string },
): GatewayRefund {
  if (!isRecord(data) || typeof data.id !== 'string' || data.id === '') {
    throw new GatewayError('bad_gateway_response', { detail: 'The answer holds no refund with an id.' });
  }
  const isOther =
    'id' in asked
      ? data.id !== asked.id
      : typeof data.paymentId === 'string' && data.paymentId !== asked.paymentId;
  if (isOther) {
    throw new GatewayError('bad_gateway_response', {
      detail: 'The answer is about another refund or payment.',
    });
  }
  const currency = toCurrency(data.currency);
  return {
    id: data.id,
    ...(typeof data.paymentId === 'string' && { paymentId: data.paymentId }),
    ...(typeof data.amount === 'number' && Number.isSafeInteger(data.amount) && { amount: data.amount }),
    ...(currency !== undefined && { currency }),
    ...(typeof data.status === 'string' && { status: data.status }),
  };
}

/**
 * Says of a refund that failed on the way that it may have been made all the same: it must not be asked for again
 * before the payment was looked at. Only 429 is certain to have done nothing.
 */
export function toRefundError(error: unknown): unknown {
  if (!(error instanceof GatewayError) || !error.retryable || error.status === 429) return error;
  const { code, status, gatewayCode, retryAfterMs } = error;
  return new GatewayError(code, {
    detail:
      'It is not known whether the refund was made: look at the payment in the HajiQ dashboard before asking for it again.',
    retryable: false,
    status,
    gatewayCode,
    retryAfterMs,
    cause: error,
  });
}
