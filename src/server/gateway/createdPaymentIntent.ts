import { GatewayError } from '../../errors/GatewayError.ts';
import { toCurrency } from '../../protocol/currency.ts';
import { isRecord } from '../../protocol/isRecord.ts';
import type { Money } from '../../protocol/money.ts';
import { isClientSecret } from '../../protocol/payment.ts';

/** What HajiQ Pay answers for a new payment intent. */
export interface CreatedPaymentIntent {
  /** Stripe's secret of this one payment, for the browser that pays it. */
  clientSecret: string;
  /** HajiQ Pay's id of the payment. An inference from the webhook's object: it may be missing. */
  id?: string;
}

/** Refuses an intent over anything but what was asked for: its secret must not reach a customer. */
function assertEcho(data: Record<string, unknown>, asked: Money & { externalReferenceId: string }): void {
  const differs = (field: string, expected: unknown) =>
    data[field] !== undefined && data[field] !== null && data[field] !== expected;
  const isOtherMoney =
    differs('amount', asked.amount) ||
    (typeof data.currency === 'string' && toCurrency(data.currency) !== asked.currency);
  if (isOtherMoney || differs('externalReferenceId', asked.externalReferenceId)) {
    throw new GatewayError('bad_gateway_response', {
      detail: 'The intent is over another amount, currency or order than was asked for.',
    });
  }
}

/**
 * Reads a new payment intent from the `data` of an answer.
 *
 * @throws {GatewayError} `bad_gateway_response` when it has no client secret, or is over something else.
 */
export function parseCreatedPaymentIntent(
  data: unknown,
  asked: Money & { externalReferenceId: string },
): CreatedPaymentIntent {
  if (!isRecord(data) || !isClientSecret(data.clientSecret)) {
    throw new GatewayError('bad_gateway_response', { detail: 'The answer holds no client secret.' });
  }
  assertEcho(data, asked);
  return {
    clientSecret: data.clientSecret,
    ...(typeof data.id === 'string' && data.id !== '' && { id: data.id }),
  };
}
