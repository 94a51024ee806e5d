import type { NewEvent, PaymentClaim, StoredEvent, StoredPayment } from './PaymentStore.ts';

/** Begins the record of a claimed payment. */
export function toNewPayment({ paymentId, orderId, amount, currency, at }: PaymentClaim): StoredPayment {
  return {
    paymentId,
    orderId,
    amount,
    currency,
    createdAt: at,
    report: { status: 'pending', at: 0 },
    isSuperseded: false,
    declines: 0,
    version: 1,
  };
}

/** Begins the record of an event that is seen for the first time. */
export function toNewStoredEvent({ quarantine, ...event }: NewEvent): StoredEvent {
  return quarantine === undefined
    ? { ...event, state: 'unmatched', failures: 0 }
    : { ...event, state: 'quarantined', reason: quarantine, failures: 0 };
}
