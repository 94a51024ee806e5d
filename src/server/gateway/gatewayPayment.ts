import { GatewayError } from '../../errors/GatewayError.ts';
import { isRecord } from '../../protocol/isRecord.ts';
import { toMoney, type Money } from '../../protocol/money.ts';
import { isPaymentStatus, type PaymentStatus } from '../../protocol/paymentStatus.ts';

/** A payment as HajiQ Pay tells it. Its form is an inference from the object inside the guide's webhooks. */
export interface GatewayPayment extends Money {
  /** HajiQ Pay's id of the payment. */
  id: string;
  /** A status that is not published is `pending` here: neither settled nor paid. */
  status: PaymentStatus;
  /** The order's id, as it was given when the payment was made. */
  externalReferenceId?: string;
  customerEmail?: string;
  customerName?: string;
  /** ISO 8601. */
  completedAt?: string;
}

function refuse(detail: string): never {
  throw new GatewayError('bad_gateway_response', { detail });
}

const optionalTexts = ['externalReferenceId', 'customerEmail', 'customerName', 'completedAt'] as const;

/**
 * Reads a payment from the `data` of an answer.
 *
 * @throws {GatewayError} `bad_gateway_response` when it is not a payment, or another than was asked for.
 */
export function parseGatewayPayment(data: unknown, askedId: string): GatewayPayment {
  if (!isRecord(data)) return refuse('The answer holds no payment.');
  if (data.id !== askedId) return refuse('The answer is about another payment than was asked for.');
  const money = toMoney(data);
  if (money === undefined || typeof data.status !== 'string') {
    return refuse('The payment has no amount, currency or status of the guide’s kind.');
  }
  const status = isPaymentStatus(data.status) ? data.status : 'pending';
  const payment: GatewayPayment = { id: askedId, status, ...money };
  for (const field of optionalTexts) {
    const value = data[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return refuse(`The payment's ${field} is not a string.`);
    payment[field] = value;
  }
  return payment;
}
