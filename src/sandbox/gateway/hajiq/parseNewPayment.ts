import { toCurrency } from '../../../protocol/currency.ts';
import { isAmount } from '../../../protocol/money.ts';
import { ApiError } from './ApiError.ts';
import { assertKnownFields } from './assertKnownFields.ts';
import type { NewPayment } from '../paymentLedger.ts';

const optionalTexts = ['externalReferenceId', 'customerEmail', 'customerName', 'description'] as const;

/** Reads the body of a create call. @throws {ApiError} When it is not what the guide shows. */
export function parseNewPayment(body: unknown): NewPayment {
  assertKnownFields(body, ['amount', 'currency', ...optionalTexts]);
  const { amount } = body;
  if (amount === undefined || body.currency === undefined) {
    throw new ApiError('VALIDATION_ERROR', 'amount and currency are required');
  }
  if (!isAmount(amount)) {
    throw new ApiError('INVALID_AMOUNT', 'amount has to be an integer in cents from 100 to 10000000');
  }
  const currency = toCurrency(body.currency);
  if (currency === undefined)
    throw new ApiError('UNSUPPORTED_CURRENCY', 'currency has to be usd, gbp, eur, aed or sar');
  const payment: NewPayment = { amount, currency };
  for (const field of optionalTexts) {
    const value = body[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') throw new ApiError('VALIDATION_ERROR', `${field} has to be a string`);
    payment[field] = value;
  }
  return payment;
}
