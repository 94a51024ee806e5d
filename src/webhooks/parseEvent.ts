import { WebhookError } from '../errors/WebhookError.ts';
import { toCurrency, type Currency } from '../protocol/currency.ts';
import { isRecord } from '../protocol/isRecord.ts';
import type { PaymentStatus } from '../protocol/paymentStatus.ts';

/** The payment inside an event. The guide shows every field; none but those present are relied on. */
export interface WebhookPayment {
  /** HajiQ Pay's own id of the payment, a UUID. */
  id?: string;
  /** A published status, or a later addition. */
  status?: string;
  /** An integer in minor units. */
  amount?: number;
  currency?: Currency;
  /** The order's id, as it was given when the payment was made. */
  externalReferenceId?: string;
  customerEmail?: string;
  customerName?: string;
  /** ISO 8601. */
  completedAt?: string;
}

/** An event of HajiQ Pay, in the guide's own shape. */
export interface WebhookEvent {
  /** `evt_…`: the same for every delivery of this event. */
  id: string;
  /** `payment.succeeded`, `payment.failed`, `payment.cancelled`, or a later addition. */
  type: string;
  /** When it happened, in seconds since the epoch. */
  created: number;
  data: { object: WebhookPayment };
}

/** The end of the year 9999, in seconds since the epoch. */
const LAST_SECOND = 253_402_300_799;

const statusOfType: Readonly<Record<string, PaymentStatus>> = {
  'payment.succeeded': 'succeeded',
  'payment.failed': 'failed',
  'payment.cancelled': 'cancelled',
  // An inference: the guide publishes the status but no event for it.
  'payment.refunded': 'refunded',
};

/** Tells the status an event reports; undefined for a type this version does not know. */
export function toEventStatus(type: string): PaymentStatus | undefined {
  return Object.hasOwn(statusOfType, type) ? statusOfType[type] : undefined;
}

function refuse(detail: string): never {
  throw new WebhookError('invalid_event', { detail });
}

// No control or format characters: ids travel into logs and databases, and have to fit an index.
const idShape = /^[^\p{C}\p{Zl}\p{Zp}]{1,255}$/u;

function optionalId(object: Record<string, unknown>, field: string): string | undefined {
  const value = optionalString(object, field);
  return value === undefined || idShape.test(value) ? value : refuse(`data.object.${field} is not an id.`);
}

function optionalString(object: Record<string, unknown>, field: string): string | undefined {
  const value = object[field];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : refuse(`data.object.${field} is not a string.`);
}

function parsePaymentObject(object: Record<string, unknown>): WebhookPayment {
  const { amount, currency } = object;
  if (amount !== undefined && !Number.isSafeInteger(amount))
    refuse('data.object.amount is not an integer in minor units.');
  const canonicalCurrency = toCurrency(currency);
  if (currency !== undefined && canonicalCurrency === undefined)
    refuse('data.object.currency is not one HajiQ Pay takes.');
  const payment: WebhookPayment = {
    id: optionalId(object, 'id'),
    status: optionalString(object, 'status'),
    amount: amount as number | undefined,
    currency: canonicalCurrency,
    externalReferenceId: optionalId(object, 'externalReferenceId'),
    customerEmail: optionalString(object, 'customerEmail'),
    customerName: optionalString(object, 'customerName'),
    completedAt: optionalString(object, 'completedAt'),
  };
  return payment;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    // The parser's own error quotes the payload, so it is not kept as the cause.
    throw new WebhookError('invalid_event', { detail: 'The body is not JSON in UTF-8.' });
  }
}

/**
 * Reads the bytes of a delivery whose signature was checked.
 *
 * @throws {WebhookError} `invalid_event` when they are not an event.
 */
export function parseEvent(bytes: Uint8Array): WebhookEvent {
  const event = parseJson(bytes);
  if (!isRecord(event)) return refuse('The body is not an object.');
  const { id, type, created, data } = event;
  if (typeof id !== 'string' || !idShape.test(id)) return refuse('The event has no id, or one that is none.');
  if (typeof type !== 'string' || !idShape.test(type)) {
    return refuse('The event has no type, or one that is none.');
  }
  if (typeof created !== 'number' || !(created >= 0 && created <= LAST_SECOND)) {
    return refuse('The event has no time, or one that is no date.');
  }
  if (!isRecord(data) || !isRecord(data.object)) return refuse('The event has no data.object.');
  return { id, type, created, data: { object: parsePaymentObject(data.object) } };
}
