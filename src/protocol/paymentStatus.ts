/**
 * The six statuses of a HajiQ payment, as the guide publishes them.
 *
 * `failed` is the end of an attempt, not of the payment: the same payment can still succeed with another card.
 */
export const PAYMENT_STATUSES = [
  'pending',
  'processing',
  'failed',
  'cancelled',
  'succeeded',
  'refunded',
] as const;

/** A status of a HajiQ payment. */
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** A status after which no attempt can change the payment any more. */
export type SettledStatus = Extract<PaymentStatus, 'cancelled' | 'succeeded' | 'refunded'>;

/** Tells whether a value is one of the published statuses. */
export function isPaymentStatus(value: unknown): value is PaymentStatus {
  return PAYMENT_STATUSES.includes(value as PaymentStatus);
}

/** Tells whether no attempt can change the payment any more. `failed` is not settled: a later attempt may succeed. */
export function isSettled(status: PaymentStatus): status is SettledStatus {
  return status === 'cancelled' || status === 'succeeded' || status === 'refunded';
}

/** Tells whether the customer's money has moved. */
export function hasMoneyMoved(status: PaymentStatus): boolean {
  return status === 'succeeded' || status === 'refunded';
}
