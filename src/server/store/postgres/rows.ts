import { toCurrency } from '../../../protocol/currency.ts';
import { isPaymentStatus } from '../../../protocol/paymentStatus.ts';
import type { EventState, StoredEvent, StoredPayment } from '../PaymentStore.ts';
import type { Row } from './PostgresClient.ts';

// The driver gives a bigint as a string.
const optionalText = (value: unknown) => (typeof value === 'string' ? value : undefined);

function isEventState(value: unknown): value is EventState {
  return value === 'unmatched' || value === 'due' || value === 'handled' || value === 'quarantined';
}

/** Reads a row of `hajiq_payments`. @throws When somebody has put something else there. */
export function toStoredPayment(row: Row): StoredPayment {
  const currency = toCurrency(row.currency);
  const { status } = row;
  if (currency === undefined || !isPaymentStatus(status)) {
    throw new Error(`hajiq_payments: ${String(row.payment_id)} has a currency or status of no known kind`);
  }
  const sealedSecret = optionalText(row.sealed_secret);
  const gatewayPaymentId = optionalText(row.gateway_payment_id);
  return {
    paymentId: String(row.payment_id),
    orderId: String(row.order_id),
    amount: Number(row.amount),
    currency,
    ...(sealedSecret !== undefined && { sealedSecret }),
    ...(gatewayPaymentId !== undefined && { gatewayPaymentId }),
    createdAt: Number(row.created_at),
    report: { status, at: Number(row.reported_at) },
    isSuperseded: row.is_superseded === true,
    declines: Number(row.declines),
    version: Number(row.version),
  };
}

/** Reads a row of `hajiq_events`. @throws When somebody has put something else there. */
export function toStoredEvent(row: Row): StoredEvent {
  const { state } = row;
  if (!isEventState(state)) throw new Error(`hajiq_events: ${String(row.event_id)} has no known state`);
  const orderId = optionalText(row.order_id);
  const gatewayPaymentId = optionalText(row.gateway_payment_id);
  const reason = optionalText(row.reason);
  return {
    eventId: String(row.event_id),
    digest: String(row.digest),
    body: String(row.body),
    ...(orderId !== undefined && { orderId }),
    ...(gatewayPaymentId !== undefined && { gatewayPaymentId }),
    receivedAt: Number(row.received_at),
    state,
    ...(reason !== undefined && { reason }),
    failures: Number(row.failures),
  };
}
